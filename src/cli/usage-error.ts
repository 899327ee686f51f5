/** The input or the arguments cannot be used (exit code 2): one clear line for the reader, already in the reader's language. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
