/** Which Excel is needed (版本要求): ExcelApi 1.14, that is Office 2021 and later, Microsoft 365, Mac and the web; what is newer is used only where it is there. */

export const REQUIRED_EXCEL_API = '1.14';

/** The members beyond the required set that this folder may use, each only behind `supports`. */
export const NEWER_APIS = { 'RunOptions.mergeUndoGroup': '1.20' } as const;

export type NewerApi = keyof typeof NEWER_APIS;

/** False in Office 2019 and older: the pane then points to the workbench, which needs no Excel. */
export function isExcelRecentEnough(): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', REQUIRED_EXCEL_API);
}

// The client does not check members itself: an unknown one fails the whole batch, so nothing is found out by trying.
export function supports(api: NewerApi): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', NEWER_APIS[api]);
}

/** Only the web limits requests and answers to 5 MB. */
export function isOnTheWeb(): boolean {
  // The name itself: `Office.PlatformType` exists only once office.js is wholly loaded.
  return String(Office.context.platform) === 'OfficeOnline';
}
