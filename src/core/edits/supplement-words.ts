/** The words of the sheet 补充资料, in both languages; the names of sections and items are the document's own and stay Chinese. */
import type { LocalText } from '../locale.ts';
import type { SupplementColumn } from '../tables/supplement-sheet.ts';

const text = (zh: string, en: string): LocalText => ({ 'zh-CN': zh, en });

export const COLUMN_TITLES: Readonly<Record<SupplementColumn, LocalText>> = {
  section: text('章节', 'Section'),
  item: text('事项', 'Item'),
  content: text('内容', 'Content'),
  unit: text('单位', 'Unit'),
  note: text('说明', 'Note'),
  key: text('标识', 'Key'),
  previous: text('上年内容', 'Last year'),
  places: text('用于', 'Used in'),
};

export const SUPPLEMENT_WORDS = {
  title: text('补充资料{year}', '补充资料{year}'),
  year: text('（{year}年度）', '（{year}年度）'),
  department: text('部门：{name}', 'Department: {name}'),
  guide: text(
    '报表里没有、需要人工填写的内容。只填“内容”一列，数字不带单位；同一内容用在几处的只填一次；“上年内容”可照抄修改。行可以排序、插入，列可以移动。必填未填 {missing} 项（橙色），可不填 {optional} 项（浅黄色）。',
    'What no table holds and people must type. Fill in the column Content only, numbers without their unit; what is used in several places is typed once; Last year may be copied. Rows may be sorted and inserted, columns moved. Missing: {missing} (orange); optional: {optional} (light yellow).',
  ),
  draft: text('草稿：{draft}。', '草稿：{draft}。'),
  optional: text('可不填。', 'Optional.'),
  unused: text('本次未用到', 'Not used this time'),
  contradiction: text('与另一行矛盾，只留一行', 'Contradicts another line: keep one'),
  foreign: text('“{department}”的内容，本次未用到', 'Of “{department}”: not used here'),
  carried: text('可不填。取自上年决算报表', 'Optional. From last year’s tables'),
  correct: text('请更正：{fault}', 'Please correct: {fault}'),
  repairFirst: text('先在报表中更正：{label}', 'Put right in the tables first: {label}'),
  number: text('请填数字', 'A number, please'),
  numberHelp: text(
    '这一行要填数字，单位已在右边写明；人、辆、个、批次等数量不能为负。没有的填 0。',
    'This line takes a number in the unit to its right; people, vehicles and other counts cannot be negative. 0 where there is none.',
  ),
  choose: text('上年编码', 'Last year’s code'),
  chooseHelp: text('从列表中选上年的编码；本年新增的选“无”。', 'Choose last year’s code from the list; 无 (none) if the item is new.'),
} as const;

/** Begins every line of 说明 that is ours, in whichever language it was written; any other was written by a person and is kept. */
export const OUR_NOTE =
  /^(?:草稿：|用于|可不填|本次未用到|与另一行矛盾|“[^”]*”的内容，本次|请更正：|Optional\.|Not used this time|Contradicts another line|Of “[^”]*”: not used|Please correct: )/;
