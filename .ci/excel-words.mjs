/** What `npm run excel` tells the person at the machine, in zh-CN and en. */

/** Chinese unless the environment says English, as on the command line. */
export function wordsOf(environment) {
  const tag = environment.TIEOUT_LANG ?? environment.LC_ALL ?? environment.LANG ?? '';
  return /^en\b|^en[_-]/i.test(tag) ? EN : ZH_CN;
}

export const EN = {
  steps: (manifest) => [
    `Add the manifest once: ${manifest}`,
    '  Windows  Put it into a folder, share that folder (Properties > Sharing), and in Excel enter the share under File > Options > Trust Center >',
    '           Trust Center Settings > Trusted Add-in Catalogs, «Show in Menu» ticked. Start Excel again: Home > Add-ins > More Add-ins > Shared Folder.',
    '  Mac      Copy it to ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef (make the folder if it is missing). Start Excel again: Home > Add-ins.',
    '  Web      Open a workbook in Excel on the web: Home > Add-ins > More Add-ins > My Add-ins > Upload My Add-in, and choose it.',
    'Then press 勾稽 in the ribbon. In Excel 2021 or later the pane works; with an older one or WPS use: npm start',
  ],
  noCertificate: (reason) => [
    `No trusted certificate for https://localhost could be made: ${reason}`,
    'Excel loads a pane only over HTTPS. Run «npm run excel» in a terminal where you may answer the question about the certificate',
    '(on Linux it needs sudo), or use the workbench, which needs none: npm start',
  ],
  portTaken: (port) => `Another program uses port ${port}, which manifest.xml names. End it and run «npm run excel» again.`,
  served: (origin) => `The pane is served at ${origin}/taskpane.html to this machine only. Ctrl-C stops it.`,
};

export const ZH_CN = {
  steps: (manifest) => [
    `请先添加一次清单文件：${manifest}`,
    '  Windows  把它放进一个文件夹并共享（属性 > 共享），在 Excel 的 文件 > 选项 > 信任中心 > 信任中心设置 > 受信任的加载项目录 中填入共享路径，',
    '           勾选“显示在菜单中”。重新启动 Excel：开始 > 加载项 > 更多加载项 > 共享文件夹。',
    '  Mac      复制到 ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef（没有此文件夹时新建）。重新启动 Excel：开始 > 加载项。',
    '  网页版   在 Excel 网页版中打开工作簿：开始 > 加载项 > 更多加载项 > 我的加载项 > 上传我的加载项，选择该文件。',
    '然后在功能区按“勾稽”。窗格需要 Excel 2021 或更高版本；更早的版本或 WPS 请用：npm start',
  ],
  noCertificate: (reason) => [
    `未能为 https://localhost 生成受信任的证书：${reason}`,
    'Excel 只通过 HTTPS 加载窗格。请在可以回答证书提示的终端中运行 npm run excel（Linux 上需要 sudo），',
    '或者使用不需要证书的工作台：npm start',
  ],
  portTaken: (port) => `端口 ${port}（清单文件中的端口）已被其他程序占用。请先结束该程序，再运行 npm run excel。`,
  served: (origin) => `窗格地址：${origin}/taskpane.html，仅供本机访问。按 Ctrl-C 停止。`,
};
