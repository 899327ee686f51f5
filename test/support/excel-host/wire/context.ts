/** What all wire classes share: the workbook, the Excel it is open in, and who hears of changes. */
import type { Area } from '../../../../src/core/workbook/address.ts';
import type { HostBook } from '../model/book.ts';
import type { HostSheet } from '../model/sheet.ts';
import { hasSet, type Profile } from '../profiles.ts';
import { HostError } from './protocol.ts';

export interface HostContext {
  readonly book: HostBook;
  readonly profile: Profile;
  /** `range.values` and the like stop here: five million, on every platform. */
  readonly mostCells: number;
  /** Cells were changed by whoever's batch is running. */
  changed(sheet: HostSheet, area: Area): void;
  /** Brings a sheet to the front once the batch is over: selecting on it in the same batch is lost. */
  toFront(sheet: HostSheet): void;
  /** Another workbook has the focus (desktop): selecting fails. */
  readonly otherWorkbookFocused: boolean;
  /** Handlers the add-in has asked for, by the wire name of the event. */
  readonly listening: Set<string>;
}

/** What an Excel too old for a member answers, once the batch is there. */
export function needsSet({ profile }: HostContext, version: string, member: string): void {
  if (!hasSet(profile, version)) throw new HostError('ApiNotFound', 'The API you are trying to use could not be found.', member, 404);
}
