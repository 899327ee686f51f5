/** 命令行的中文文字。 */
import type { Messages } from './messages.ts';

export const zhCN: Messages = {
  usage: `勾稽 Tieout：核对决算报表，写《决算公开说明》

用法（在项目目录下：npm run --silent cli -- …）
  check   工作簿 [--prior 上年工作簿] [--out 标注后.xlsx] [--json]
  narrate 工作簿 [--prior 上年工作簿] [--narrative 写法] [--out 输出.xlsx] [--docx 输出.docx] [--text|--json]
  audit 说明.txt|.docx|- --book 工作簿 [--prior 上年工作簿] [--corrected 改正稿] [--json]
  relations 工作簿 [--generic] [--json]
  roll-over 工作簿 --out 下年补充资料.xlsx [--book 下年工作簿]
  batch   文件夹… --out 汇总.xlsx [--pages 标注副本文件夹] [--jobs 并行数] [--json]

  工作簿可以是 .xlsx、.xls 或 .csv；输入文件从不改动。
  --generic           与 relations 同用：只看表格本身，不用报表知识
  --department 名称   工作簿里有几个部门时，指定其中一个
  --narrative variance 写变动说明：两期对照的普通表格；没有认出决算报表时自动采用
  --threshold-percent 10  变动说明只写变动率达到 10% 的项目（默认 10）
  --threshold-amount 数   且变动额达到该数（按表中单位；默认为合计的 1%）
  --prior-department 名称  上年工作簿中的部门名称（部门改名时用）
  --exact             尾差也按不符处理
  --live              与 --out 同用：标色与说明中的数字写成公式，随单元格变化
  --wording           与 narrate --out 同用：加上可以修改措辞的工作表 说明措辞
  --lang zh-CN|en     输出语言
退出码：0 全部相符；1 有不符；2 输入或参数无法使用。`,
  unknownCommand: (command) => `没有「${command}」这个命令。可用：check、narrate、audit、relations、batch、roll-over。`,
  badOption: (detail) => `参数有误：${detail}。加 --help 查看用法。`,
  missingBook: (command) => `${command} 需要一个工作簿，例如：${command} 决算.xlsx。`,
  tooManyArguments: (extra) => `多出的参数：${extra}。文件名含空格时请加引号。`,
  fileNotFound: (path) => `找不到文件 ${path}，请核对路径。`,
  fileUnreadable: (path, detail) => `无法读取 ${path}：${detail}`,
  isFolder: (path) => `${path} 是文件夹；请给出工作簿，或改用 batch 命令。`,
  outIsInput: (path) => `输出文件不能就是输入文件 ${path}，请换一个名字，原件不会被改动。`,
  outNotXlsx: (path) => `输出文件 ${path} 应以 .xlsx（或与输入相同的 .xlsm）结尾。`,
  outNotDocx: (path) => `Word 文件 ${path} 应以 .docx 结尾。`,
  cannotWrite: (path, detail) => `无法写入 ${path}：${detail}。文件可能正在 Excel 中打开，请关闭后重试。`,
  editsNeedXlsx: (path) => `${path} 不是 .xlsx，无法在其副本上标注；请先另存为 .xlsx，或去掉 --out。`,
  noTables: (path) => `${path} 中没有认出决算公开表或绩效自评表；请确认表上有标题（如「收入支出决算总表」）和表头。`,
  noRelations: (path) => `${path} 中没有认出决算公开表或绩效自评表，也没有发现任何合计、占比或增减关系，无从核对。`,
  noComparison: (path, sheets) => `${path} 中没有可以写说明的表${sheets.length === 0 ? '。' : `：${sheets.join('')}`}`,
  varianceNotLive: '变动说明写哪些项目取决于数字，不写成公式，--live 未起作用。',
  silentSheet: (sheet, why) => `工作表「${sheet}」没有写变动说明：${why}。`,
  severalDepartments: (names) => `工作簿里有几个部门：${names.join('、')}。请用 --department 指定一个。`,
  unknownDepartment: (name, names) => `工作簿里没有部门「${name}」；有：${names.join('、')}。`,
  unknownNarrative: (id, ids) => `没有「${id}」这种写法；可用：${ids.join('、')}。`,
  priorUnmatched: (department) => `上年工作簿中没有找到「${department}」的报表，上年数将作为待填项列出。`,
  priorQuestions: {
    department: ({ department, priorDepartment }) =>
      `上年工作簿是“${priorDepartment}”的，本年报表是“${department}”的，没有采用。确属同一部门（例如改名）的，加 --prior-department ${priorDepartment} 重新运行；否则请换用本部门的上年工作簿。`,
    year: ({ year, priorYear }) =>
      priorYear === year
        ? `上年工作簿与本年报表同为 ${year ?? ''} 年度，没有采用。请换用 ${(year ?? 0) - 1} 年度的工作簿。`
        : `上年工作簿是 ${priorYear ?? ''} 年度的，本年报表是 ${year ?? ''} 年度的，没有采用。请换用 ${(year ?? 0) - 1} 年度的工作簿；年度印错的先更正表头。`,
    missing: ({ department }) => `上年工作簿中没有找到「${department}」的报表，上年数将作为待填项列出。`,
  },
  otherNarrative: (path) =>
    `${path} 中的「决算公开说明」是另一个部门的，并有手工修改，不会被覆盖。请先另存一份工作簿保留它，在副本中删除该表后再生成。`,
  waitingFormulas: (count) =>
    `有 ${count} 个公式单元格没有保存计算结果，涉及它们的关系没有判断。请用 Excel 或 WPS 打开、保存一次后再核对。`,
  priorItems: (table, items, left) =>
    `${table}中下列科目没有上年数：${items}；上年下列科目没有对应到本年：${left}。换了编码的，在「补充资料」的“上年数”部分选上年编码；确属新增的选“无”。`,
  comma: '、',
  colon: '：',
  rollOverNeedsOut: 'roll-over 需要 --out，例如：roll-over 2023决算.xlsx --out 2024补充资料.xlsx。',
  rollOverNoYear: (path) => `${path} 的报表没有写明年度，无法结转下年；请在表头注明年度（如“2023年度”）。`,
  rollOverOther: (path, department, year) =>
    `${path} 不是${department === '' ? ' ' : `“${department}”`}${year} 年度的决算，没有写入补充资料；请核对部门和年度。`,
  rollOverTyped: (path) => `${path} 已有填写过的补充资料，没有覆盖；上年内容可用 narrate --prior 带入。`,
  rolledOver: (path, year) =>
    `已写入 ${path}：${year} 年度的补充资料。本年数已转作上年数，上年文字列在“上年内容”，待填项已标色；把该表复制到 ${year} 年度的工作簿即可使用。`,
  internal: (detail) => `程序出错：${detail}。没有写入任何文件；请把这一行和工作簿的情况告诉我们。`,

  accountsHead: (department, year, tables) => `${department}${year === undefined ? '' : ` ${year}年度`} · ${tables} 张表`,
  ordinaryHead: (sheet, title) => `普通表格「${sheet}」${title === '' || title === sheet ? '' : ` ${title}`}`,
  unnamedDepartment: '（未注明部门）',
  tally: (c) => `勾稽关系 ${c.total} 条：相符 ${c.exact}，尾差 ${c.withinRounding}，不符 ${c.broken}，未判 ${c.notJudged}`,
  allHold: '没有发现不符。',
  severity: { error: '错误', warning: '核实', info: '提示' },
  suspects: '最可能有误',
  repairTo: (value) => `应为 ${value}`,
  slips: {
    'digits-swapped': '数字颠倒',
    'digit-wrong': '一位数字有误',
    'digit-lost': '漏了一位',
    'digit-added': '多了一位',
    sign: '正负号',
    'power-of-ten': '小数点错位',
    unit: '元与万元混用',
    'missing-row': '漏行',
    'counted-twice': '重复计算',
    'stale-subtotal': '合计未更新',
    'shifted-block': '整段错行',
    'left-blank': '漏填',
  },
  dependants: (list) => `受其牵连：${list}`,
  relationsHead: (count) => `勾稽关系 ${count} 条：`,
  verdicts: { exact: '相符', 'within-rounding': '尾差', broken: '不符', 'not-judged': '未判' },
  roundingHead: (count) => `尾差 ${count} 处（四舍五入所致，无须改动）：`,
  notJudgedHead: (count) => `未判 ${count} 处：`,
  notices: '说明：',
  skippedSheet: (sheet, reason) => `工作表「${sheet}」未参与核对：${reason}`,
  skipReasons: { empty: '空表', 'no-known-table': '没有认出的报表', 'own-sheet': '本工具生成', hidden: '隐藏' },
  wrote: (path) => `已写入 ${path}`,
  gapsHead: (count) => `还有 ${count} 项需要填写：`,
  gapsHint: '请在「补充资料」表中填写后重新运行。',
  wordingFault: (key, text) => `工作表 说明措辞，${key}：${text}`,
  docxDoubts: (count) => `有 ${count} 个数字取自勾稽不符的单元格，在 Word 文件中以青色标出；请先更正报表。`,

  batchNothing: (folder) => `${folder} 中没有 .xlsx、.xls 或 .csv 文件。`,
  batchProgress: (done, total) => `已核对 ${done}/${total}`,
  batchDone: (c) =>
    `共 ${c.books} 个工作簿：${c.broken} 个有不符，${c.failed} 个无法处理${c.reused === 0 ? '' : `；其中 ${c.reused} 个上次已核对且未改动，沿用结果`}。`,
  batchPageSuffix: '-勾稽检查',
  batchPagesInside: (folder) => `标注副本的文件夹 ${folder} 不能就是（或包含）要核对的文件夹，请另选一个。`,
  batchTooLong: (seconds) => `${seconds} 秒内没有核对完，已跳过。`,
  batchCrashed: (detail) => `核对时程序出错，已跳过：${detail}`,
  batchTotal: (books) => `合计（${books} 个工作簿）`,
  batchColumns: ['文件', '部门', '年度', '表数', '勾稽关系', '相符', '尾差', '不符', '未判', '标注副本', '首要问题'],
  batchTitle: '批量核对汇总',
  auditMissingText: 'audit 需要一份说明（.txt 或 .docx，- 表示标准输入），例如：tieout audit 说明.docx --book 决算.xlsx',
  auditNotText: (path) => `${path}：不是文本文件。请使用 .txt 或 .docx 文件。`,
  auditNoNumbers: (path) => `${path}：没有可核对的数字。`,
  auditNoSheet: (path) => `${path}：工作簿中没有找到说明文字。请另给说明文件：audit 说明.docx --book ${path}`,
  auditSheet: (sheet) => `核对工作表「${sheet}」中的说明；行号即工作表行号。`,
  auditCorrected: (path, applied, left, commented) =>
    `已写入 ${path}：改正 ${applied} 处${left === 0 ? '' : `，另有 ${left} 处跨段落，未改`}${commented === 0 ? '' : `，批注 ${commented} 处`}。`,
  outNotTxt: (path) => `${path}：改正稿请用 .txt 扩展名（原文是 Word 文档时用 .docx）。`,
  auditDeletions: (count) => `文档中有 ${count} 处未接受的删除修订，已按删除后的文字核对。`,
  auditLine: (line) => `第 ${line} 行`,
  auditHead: (claims, broken) => `核对数字 ${claims} 个，问题 ${broken} 处。`,
  auditUnplaced: (count) => `以下 ${count} 个数字在报表和文中没有对应项，未核对：`,
  startBuilding: '正在构建工作台，首次约需半分钟……',
  startBuildFailed: '工作台构建失败，原因见上面几行；请先运行 npm ci 再试。',
  startReady: (address) => `工作台已就绪：${address}\n按 Ctrl-C 结束。`,
  startNoBrowser: '没有可用的浏览器：请把上面的地址复制到浏览器中打开。',
};
