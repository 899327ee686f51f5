/** What the page and the worker that holds the opened file say to each other (后台消息); sheets go over in pieces, so that the page is never held up. */
import type { Sheet, Workbook } from '../core/workbook/workbook.ts';
import type { LocalText } from '../core/locale.ts';
import type { FileEdit } from '../hosts/file/edit-log.ts';
import type { FileContents } from '../hosts/file/file-desk.ts';
import type { SheetLayout } from '../hosts/file/read-layout.ts';
import type { UnusableReason } from '../hosts/file/unusable-workbook.ts';

export type Order =
  | { readonly kind: 'open'; readonly bytes: Uint8Array; readonly name: string }
  | { readonly kind: 'rewrite'; readonly log: readonly FileEdit[]; readonly settled: readonly string[] };

export type Reply =
  /** The sheet that stood at this place before, unchanged. */
  | { readonly kind: 'same'; readonly place: number }
  | { readonly kind: 'sheet'; readonly sheet: Omit<Sheet, 'grid'>; readonly layout: Omit<SheetLayout, 'manners'> | undefined }
  /** The next rows of the last sheet. */
  | { readonly kind: 'rows'; readonly rows: Sheet['grid']; readonly manners: SheetLayout['manners'] }
  | {
      readonly kind: 'done';
      readonly workbook: Omit<Workbook, 'sheets'>;
      readonly rest: Pick<FileContents, 'bytes' | 'isReadOnly' | 'waiting' | 'remembered'>;
    }
  | {
      readonly kind: 'failed';
      readonly message: string;
      readonly unusable?: { readonly reason: UnusableReason; readonly text: LocalText };
    };
