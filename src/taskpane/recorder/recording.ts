/** What is saved of half an hour in a real Excel (实测记录): the wire, the events, and what the person saw. The tests play it against their own Excel. */
import type { Exchange } from '../../hosts/excel/wire-tap.ts';

export type ProfileName = 'office2021' | 'ltsc2024' | 'm365' | 'web';

export interface Recording {
  /** «Excel 16.0.17126 PC». */
  readonly excel: string;
  readonly profile: ProfileName;
  /** The workbook it was recorded with, as it was before; to be kept beside the recording. */
  readonly workbook: string;
  readonly exchanges: readonly Exchange[];
  /** The arguments of the events, as Excel gave them. */
  readonly events: readonly unknown[];
  /** What each step came to, and what the person wrote. */
  readonly steps: readonly StepNote[];
}

export interface StepNote {
  readonly step: string;
  readonly outcome?: unknown;
  readonly error?: string;
  readonly saw?: string;
}

/** Which of the Excels our tests know this one is like. */
export function profileOf({
  platform,
  isSetSupported,
}: {
  platform: string;
  isSetSupported: (set: string, version: string) => boolean;
}): ProfileName {
  if (platform === 'OfficeOnline') return 'web';
  if (isSetSupported('ExcelApi', '1.18')) return 'm365';
  return isSetSupported('ExcelApi', '1.17') ? 'ltsc2024' : 'office2021';
}
