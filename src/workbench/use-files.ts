/** Opening and saving files in the page (打开与保存): dropped, chosen or the sample; saved as a download; nobody leaves unsaved work by accident. */
import { type DragEvent, startTransition, useCallback, useEffect, useRef, useState } from 'react';
import type { Locale } from '../core/locale.ts';
import { FileHost } from '../hosts/file/file-host.ts';
import { UnusableWorkbook } from '../hosts/file/unusable-workbook.ts';
import { type StartedDesk, startDesk } from './start-desk.ts';
import { wordsFor } from './words.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface Files {
  readonly host: FileHost | undefined;
  /** Grows with every workbook opened, so that nothing of the last one is kept in view. */
  readonly opened: number;
  readonly opening: string | undefined;
  readonly trouble: string | undefined;
  readonly setTrouble: (text: string | undefined) => void;
  readonly openFile: (file: File) => Promise<void>;
  readonly openSample: () => Promise<void>;
  readonly choose: () => void;
  readonly onDrop: (event: DragEvent) => void;
  /** The name of the downloaded file. */
  readonly save: () => string | undefined;
}

export function useFiles(locale: Locale): Files {
  const words = wordsFor(locale);
  const [{ host, opened }, setOpened] = useState<{ readonly host: FileHost | undefined; readonly opened: number }>({
    host: undefined,
    opened: 0,
  });
  const desk = useRef<StartedDesk>(undefined);
  const [opening, setOpening] = useState<string>();
  const [trouble, setTrouble] = useState<string>();

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (host?.state().isUnsaved === true) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [host]);

  const open = useCallback(
    async (name: string, read: () => Promise<Uint8Array>): Promise<void> => {
      if (host?.state().isUnsaved === true && !window.confirm(words.leave)) return;
      setTrouble(undefined);
      setOpening(name);
      const started = startDesk();
      try {
        const next = new FileHost(started, await started.open(await read(), name));
        desk.current?.stop();
        desk.current = started;
        // Drawing the grid and the pane for the first time is long work: in slices, a click between them is answered.
        startTransition(() => {
          setOpened((before) => ({ host: next, opened: before.opened + 1 }));
          setOpening(undefined);
        });
        document.title = `${name} – ${words.title}`;
      } catch (error) {
        started.stop();
        setTrouble(error instanceof UnusableWorkbook ? `${name}：${error.text[locale]}` : words.failed(String(error)));
        setOpening(undefined);
      }
    },
    [host, locale, words],
  );
  const openFile = useCallback(async (file: File) => open(file.name, async () => new Uint8Array(await file.arrayBuffer())), [open]);
  const openSample = useCallback(
    async () => open(words.sampleName, async () => (await import('./sample-book.ts')).sampleBytes()),
    [open, words],
  );

  const choose = (): void => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.xlsx,.xlsm,.xls,.csv';
    input.onchange = () => {
      const [file] = input.files ?? [];
      if (file !== undefined) void openFile(file);
    };
    input.click();
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    if (file !== undefined) void openFile(file);
  };
  const save = (): string | undefined => {
    if (host === undefined) return undefined;
    const { bytes, workbook } = host.state();
    const name = copyName(workbook.name);
    const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: XLSX }));
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    // The download has taken hold of the bytes by then.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    host.markSaved();
    return name;
  };
  return { host, opened, opening, trouble, setTrouble, openFile, openSample, choose, onDrop, save };
}

/** «决算.xlsx» → «决算-勾稽.xlsx»; saved again, the name stays. */
export function copyName(name: string): string {
  const match = /^(.*?)(?:-勾稽)?(\.\w+)?$/s.exec(name);
  return `${match?.[1] ?? name}-勾稽${match?.[2] ?? '.xlsx'}`;
}
