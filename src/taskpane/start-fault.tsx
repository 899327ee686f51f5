/** The pane could not start (无法启动): one sentence, without anything that could fail in its turn. */
import type { ReactElement } from 'react';

export function StartFault({ text }: { readonly text: string }): ReactElement {
  return (
    <main className="shell">
      <h1>勾稽 Tieout</h1>
      <p role="alert">{text}</p>
      <p>
        <a href="help.html" target="_blank" rel="noreferrer">
          帮助 / Help
        </a>
      </p>
    </main>
  );
}
