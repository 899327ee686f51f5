/** The command line `tieout` (命令行): check, narrate, audit, relations, batch, roll-over. Exit 0 nothing broken, 1 something broken, 2 unusable input or arguments. */
import { localeFrom, messagesFor } from '../locales/locale.ts';
import { type Arguments, readArguments } from './arguments.ts';
import { runAudit } from './audit.ts';
import { runBatch } from './batch.ts';
import { runCheck } from './check.ts';
import { runNarrate } from './narrate.ts';
import { runRelations } from './relations.ts';
import { runRollOver } from './roll-over.ts';
import { runStart } from './start.ts';
import { UsageError } from './usage-error.ts';

export { serveBatch } from './batch-workers.ts';

const COMMANDS: Readonly<Record<string, (options: Arguments) => Promise<number>>> = {
  check: runCheck,
  narrate: runNarrate,
  audit: runAudit,
  relations: runRelations,
  batch: runBatch,
  'roll-over': runRollOver,
  start: runStart,
};

/** Runs one command; returns the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  // A bench door with a contract of its own, not a command for accountants.
  if (argv[0] === 'tables') return (await import('./tables.ts')).runTables(argv.slice(1));
  try {
    const options = readArguments(argv, process.env);
    if (options.help) {
      process.stdout.write(`${options.messages.usage}\n`);
      return 0;
    }
    if (options.command === '') throw new UsageError(options.messages.usage);
    const run = Object.hasOwn(COMMANDS, options.command) ? COMMANDS[options.command] : undefined;
    if (run === undefined) throw new UsageError(options.messages.unknownCommand(options.command));
    return await run(options);
  } catch (error) {
    const messages = messagesFor(localeFrom(process.env['TIEOUT_LANG'] ?? process.env['LC_ALL'] ?? process.env['LANG']));
    const line =
      error instanceof UsageError
        ? error.message
        : messages.internal(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.stderr.write(`${line}\n`);
    return 2;
  }
}
