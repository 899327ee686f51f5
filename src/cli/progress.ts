/** A progress bar on stderr (进度条), drawn only when a person watches a terminal; standard output stays clean. */
import type { WriteStream } from 'node:tty';

export interface Progress {
  readonly step: () => void;
  readonly end: () => void;
}

const WIDTH = 30;

export function showProgress(stream: Pick<WriteStream, 'isTTY' | 'write'>, label: (done: number) => string, total: number): Progress {
  let done = 0;
  if (!stream.isTTY || total === 0) return { step: () => undefined, end: () => undefined };
  const draw = (): void => {
    const filled = Math.round((done / total) * WIDTH);
    stream.write(`\r[${'█'.repeat(filled)}${'·'.repeat(WIDTH - filled)}] ${label(done)}`);
  };
  draw();
  return {
    step: () => {
      done += 1;
      draw();
    },
    end: () => stream.write('\n'),
  };
}
