/** The order of the test files: the longest first, so that all cores are busy to the end. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** From the start of their paths; whatever is not named comes after. Out of date, the list costs some time and nothing else. */
const LONG = [
  'taskpane/excel-pane',
  'hosts/excel/pane-faults',
  'taskpane/office-cdn',
  'hosts/excel/',
  'taskpane/',
  'property/seeded-faults',
  'workbench/',
  'cli/',
];

export class LongestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId, project }: TestSpecification): number => {
      const place = LONG.findIndex((start) => moduleId.includes(`/test/${start}`));
      // Files that share a process stand together, so that it goes on from one to the next.
      return (project.config.isolate ? 0 : LONG.length + 1) + (place < 0 ? LONG.length : place);
    };
    return Promise.resolve([...files].sort((one, other) => rank(one) - rank(other) || (one.moduleId < other.moduleId ? -1 : 1)));
  }
}
