/** Loads office.js and waits for it (等待 Excel): its address is a setting of the build; one that never gets ready is said, not waited for. */

/** Relative: copied beside the pages; otherwise the public or the Chinese (21Vianet) address of Microsoft. */
declare const OFFICE_JS: string;

export type OfficeState = 'excel' | 'not-excel' | 'missing';

export const officeAddress: string = OFFICE_JS;

const LONGEST_WAIT = 15_000;

export function officeReady(): Promise<OfficeState> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve('missing'), LONGEST_WAIT);
    const settle = (state: OfficeState): void => {
      clearTimeout(timer);
      resolve(state);
    };
    const script = document.createElement('script');
    script.src = officeAddress;
    script.onerror = () => settle('missing');
    script.onload = () => {
      // The name itself: `Office.HostType` exists only once office.js is wholly loaded.
      Office.onReady(({ host }) => settle(String(host) === 'Excel' ? 'excel' : 'not-excel')).catch(() => settle('missing'));
    };
    document.head.append(script);
  });
}

/** Office hands its languages over as «zh-CN», «en-US». */
export function officeLanguage(): string {
  return Office.context.displayLanguage;
}
