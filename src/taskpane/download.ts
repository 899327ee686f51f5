/** Hands a file to the browser's downloads (下载); Excel's pane does the same. */
import type { WordFile } from './analysis/analysis.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Until then the download has taken hold of the bytes. */
const KEPT_FOR = 60_000;

/** `type`: a Word document unless said otherwise. */
export function download({ name, bytes }: WordFile, type = DOCX): void {
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  const link = document.createElement('a');
  link.href = address;
  // Characters that no file system takes.
  link.download = name.replace(/[\\/:*?"<>|]/g, '_');
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_FOR);
}
