/** Takes down what happens (记录器): runs a step, and keeps what went over the wire meanwhile, what came of it, and what was heard. */
import type { Workspace } from '../../commands/command.ts';
import { hearRawEdits } from '../../hosts/excel/probes.ts';
import { type Exchange, tapWire } from '../../hosts/excel/wire-tap.ts';
import type { ProfileName, Recording, StepNote } from './recording.ts';
import { type Step, STEPS } from './steps.ts';

export interface Recorder {
  /** Answers what the step came to, or what went wrong. */
  run(step: Step): Promise<StepNote>;
  note(step: string, saw: string): void;
  /** How much has been taken down. */
  counts(): { readonly exchanges: number; readonly events: number };
  recording(): Recording;
  stop(): Promise<void>;
}

export interface RecorderOptions {
  readonly workspace: Workspace;
  readonly excel: string;
  readonly profile: ProfileName;
  readonly workbook: string;
  readonly onHeard?: () => void;
}

export async function startRecorder({ workspace, excel, profile, workbook, onHeard }: RecorderOptions): Promise<Recorder> {
  const exchanges: Exchange[] = [];
  const events: unknown[] = [];
  const notes = new Map<string, StepNote>();
  let current: Step | undefined;
  let byHand = false;
  const stopHearing = await hearRawEdits((event) => {
    events.push(event);
    onHeard?.();
  });
  const untap = tapWire((exchange) => {
    if (current !== undefined) exchanges.push({ step: current.id, byHand, ...exchange });
  });
  return {
    async run(step) {
      current = step;
      byHand ||= step.byHand;
      const before = notes.get(step.id);
      const saw = before?.saw === undefined ? {} : { saw: before.saw };
      let note: StepNote;
      try {
        note = { step: step.id, outcome: await step.run?.(workspace), ...saw };
      } catch (error) {
        note = { step: step.id, error: error instanceof Error ? error.message : String(error), ...saw };
      } finally {
        current = undefined;
      }
      notes.set(step.id, note);
      return note;
    },
    note: (step, saw) => notes.set(step, { ...(notes.get(step) ?? { step }), saw }),
    counts: () => ({ exchanges: exchanges.length, events: events.length }),
    recording: () => ({
      excel,
      profile,
      workbook,
      exchanges,
      events,
      steps: STEPS.flatMap(({ id }) => notes.get(id) ?? []),
    }),
    async stop() {
      untap();
      await stopHearing();
    },
  };
}
