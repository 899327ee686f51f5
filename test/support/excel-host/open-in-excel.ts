/** Opens a workbook in the test host behind the genuine client, in Node: what nearly every test of the Excel host begins with. */
import type { Workbook } from '../../../src/core/workbook/workbook.ts';
import { loadClient } from './client.ts';
import { type ExcelHost, type HostOptions, startHost } from './excel-host.ts';
import { bookFrom, type HostBook } from './model/book.ts';
import { type ProfileName, PROFILES } from './profiles.ts';

export function openInExcel(workbook: Workbook | HostBook, profileName: ProfileName = 'm365', options: HostOptions = {}): ExcelHost {
  const profile = PROFILES[profileName];
  const client = loadClient(profile.build);
  return startHost('nextId' in workbook ? workbook : bookFrom(workbook), profile, client, options);
}
