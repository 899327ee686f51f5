/** How our own sheets look (自有工作表的样式): each look by its meaning, in fonts that Chinese Excel and WPS always have; the same in a file and in Excel. */
import type { CellStyle } from './sheet-content.ts';

/** What of a cell is not as in a new sheet. */
export interface Look {
  readonly size?: number;
  readonly bold?: boolean;
  readonly underline?: boolean;
  /** Font and fill colours as RRGGBB. */
  readonly color?: string;
  readonly fill?: string;
  readonly border?: boolean;
  readonly format?: string;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly wrap?: boolean;
  readonly top?: boolean;
  /** Stays open for typing when the sheet is protected. */
  readonly unlocked?: boolean;
}

/** 宋体, the usual face of printed accounts. */
export const FONT = '宋体';
/** In points, what a new sheet has. */
export const DEFAULT_SIZE = 11;
const AMOUNT = '#,##0.00';

export const LOOKS: Readonly<Record<CellStyle, Look>> = {
  title: { size: 16, bold: true },
  subtitle: { size: 10, color: '595959' },
  heading: { size: 12, bold: true },
  'table-head': { bold: true, fill: 'F2F2F2', border: true, horizontal: 'center', wrap: true },
  text: {},
  wrapped: { wrap: true, top: true },
  paragraph: { size: 12, wrap: true, top: true },
  note: { size: 9, color: '7F7F7F', wrap: true, top: true },
  amount: { format: AMOUNT },
  'bordered-text': { border: true, wrap: true },
  'bordered-amount': { border: true, format: AMOUNT },
  percent: { format: '0.00%' },
  input: { fill: 'FFFBE6', border: true, wrap: true, unlocked: true },
  gap: { fill: 'FCE4D6', color: 'C00000', border: true, wrap: true, unlocked: true },
  group: { bold: true, fill: 'EAF1F8', border: true, wrap: true },
  'group-again': { size: 10, color: '8C8C8C', border: true, wrap: true },
  offered: { color: '44546A', fill: 'F7F9FB', border: true, wrap: true },
  link: { color: '0563C1', underline: true },
  error: { fill: 'FFC7CE', color: '9C0006', wrap: true, top: true },
  warning: { fill: 'FFEB9C', color: '7F6000', wrap: true, top: true },
  rounding: { fill: 'DDEBF7', color: '1F4E78', wrap: true, top: true },
};
