/** The Excels people have, as far as an add-in can tell them apart: API sets, payload limits, what happens to too large a range. */

export interface Profile {
  readonly name: ProfileName;
  readonly build: 'excel-web-16.00' | 'excel-win32-16.01';
  /** The highest ExcelApi set. */
  readonly excelApi: string;
  /** Bytes of a request and of a response; absent where Excel has no limit. */
  readonly payloadLimit?: number;
  /** A range of more than five million cells: an error, or silently no values. */
  readonly tooManyCells: 'error' | 'null';
  /** Whether writing through the API empties the undo list (Office 2021). */
  readonly clearsUndo: boolean;
}

export type ProfileName = 'office2019' | 'office2021' | 'ltsc2024' | 'm365' | 'web';

const desktop = { build: 'excel-win32-16.01', tooManyCells: 'error', clearsUndo: false } as const;

export const PROFILES: Readonly<Record<ProfileName, Profile>> = {
  office2019: { ...desktop, name: 'office2019', excelApi: '1.7', clearsUndo: true },
  office2021: { ...desktop, name: 'office2021', excelApi: '1.14', clearsUndo: true },
  ltsc2024: { ...desktop, name: 'ltsc2024', excelApi: '1.17' },
  m365: { ...desktop, name: 'm365', excelApi: '1.21', tooManyCells: 'null' },
  web: { ...desktop, name: 'web', build: 'excel-web-16.00', excelApi: '1.21', payloadLimit: 5_000_000, tooManyCells: 'null' },
};

/** «1.14» is later than «1.9». */
export function hasSet(profile: Profile, version: string): boolean {
  return rank(profile.excelApi) >= rank(version);
}

function rank(version: string): number {
  const [major = '0', minor = '0'] = version.split('.');
  return Number(major) * 1000 + Number(minor);
}
