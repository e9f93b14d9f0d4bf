import { reason } from './files/reason.ts';

/**
 * Lets a run finish normally if its output is closed early, as by `| head -1`, since it still has files to write. If
 * standard output cannot be written for another reason, a message says so, and the run fails if its output is what it is
 * for.
 */
export function allowClosedOutput(argv: readonly string[]): void {
  process.stderr.on('error', () => {
    // There is nowhere left to report it.
  });
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.stderr.write(`Standard output cannot be written: ${reason(error)}.\n`);
    if (argv.includes('--json') || SHOWS.has(argv[0] ?? ''))
      process.on('exit', () => (process.exitCode ||= 1));
  });
}

/** Commands that do nothing but show something. */
const SHOWS: ReadonlySet<string> = new Set(['schema', 'list', 'coverage']);
