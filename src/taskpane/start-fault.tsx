/** The pane could not start (无法启动): one sentence, without anything that could fail in its turn. */
import type { ReactElement } from 'react';

interface StartFaultProps {
  readonly text: string;
  /** The name of the button that loads the page again; absent where that cannot help. */
  readonly retry?: string;
}

export function StartFault({ text, retry }: StartFaultProps): ReactElement {
  return (
    <main className="shell">
      <h1>勾稽 Tieout</h1>
      <p role="alert">{text}</p>
      {retry !== undefined && (
        <p>
          <button type="button" onClick={() => location.reload()}>
            {retry}
          </button>
        </p>
      )}
      <p>
        <a href="help.html" target="_blank" rel="noreferrer">
          帮助 / Help
        </a>
      </p>
    </main>
  );
}
