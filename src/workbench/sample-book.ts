/** The sample workbook (样例) inside the bundle: the page may ask no server for it. Loaded as a chunk of its own. */
import sample from '../../assets/samples/changji-2023-faulty.xlsx';

export function sampleBytes(): Uint8Array {
  const text = atob(sample.slice(sample.indexOf(',') + 1));
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}
