/** What people choose in the pane (设置): kept with the workbook as a small text, and read back with care, for anyone may have changed it. */
import type { Locale } from '../core/locale.ts';
import { plainThreshold } from '../core/variance/read-threshold.ts';

export interface Settings {
  /** 尾差 as a state of its own, or every cent counts. */
  readonly rounding: 'tolerated' | 'exact';
  readonly markWarnings: boolean;
  readonly markHints: boolean;
  readonly markRounding: boolean;
  /** Marks whose formula is the check itself: they come and go with the cells. */
  readonly liveMarks: boolean;
  readonly language: 'auto' | Locale;
  /** Id of a wording; the first of the catalogue where it is empty or unknown. */
  readonly wording: string;
  /** Which department the narrative is about, where the workbook holds several. */
  readonly department: string;
  /** Paragraphs as formulas that follow the cells. */
  readonly liveText: boolean;
  /** What 变动说明 tells, as typed: changes of so many per cent and of so much; empty means as usual. */
  readonly thresholdPercent: string;
  readonly thresholdAmount: string;
}

export const SETTINGS_NAME = 'settings';

export const DEFAULT_SETTINGS: Settings = {
  rounding: 'tolerated',
  markWarnings: true,
  markHints: true,
  markRounding: false,
  liveMarks: false,
  language: 'auto',
  wording: '',
  department: '',
  liveText: false,
  thresholdPercent: '',
  thresholdAmount: '',
};

/** What is kept with the workbook; nothing where all is as by default, so that a workbook gets no part of ours without need. */
export function settingsText(settings: Settings): string | undefined {
  const text = JSON.stringify(settings);
  return text === JSON.stringify(DEFAULT_SETTINGS) ? undefined : text;
}

/** Whatever cannot be read stays as it is by default. */
export function readSettings(text: string | undefined): Settings {
  let read: unknown;
  try {
    read = JSON.parse(text ?? '{}');
  } catch {
    return DEFAULT_SETTINGS;
  }
  if (typeof read !== 'object' || read === null) return DEFAULT_SETTINGS;
  const given = read as Partial<Record<keyof Settings, unknown>>;
  const flag = (name: 'markWarnings' | 'markHints' | 'markRounding' | 'liveMarks' | 'liveText'): boolean =>
    typeof given[name] === 'boolean' ? given[name] : DEFAULT_SETTINGS[name];
  const words = (name: 'wording' | 'department'): string => (typeof given[name] === 'string' ? given[name] : '');
  const threshold = (name: 'thresholdPercent' | 'thresholdAmount', of: 'rate' | 'amount'): string => {
    const text = given[name];
    return typeof text === 'string' && plainThreshold(text, of) !== undefined ? text : '';
  };
  return {
    rounding: given.rounding === 'exact' ? 'exact' : 'tolerated',
    markWarnings: flag('markWarnings'),
    markHints: flag('markHints'),
    markRounding: flag('markRounding'),
    liveMarks: flag('liveMarks'),
    language: given.language === 'zh-CN' || given.language === 'en' ? given.language : 'auto',
    wording: words('wording'),
    department: words('department'),
    liveText: flag('liveText'),
    thresholdPercent: threshold('thresholdPercent', 'rate'),
    thresholdAmount: threshold('thresholdAmount', 'amount'),
  };
}
