import { reason } from './files/reason.ts';

/**
 * Lets a run end as it would have if nobody reads what it says: after `| head -1` the pipe is closed, and files are
 * still to be written. If standard output cannot be written for another reason, that is said, and is a failure where
 * other programs read it.
 */
export function allowClosedOutput(argv: readonly string[]): void {
  process.stderr.on('error', () => {
    // There is nowhere left to say so.
  });
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.stderr.write(`Standard output cannot be written: ${reason(error)}.\n`);
    if (argv.includes('--json') || argv[0] === 'schema') process.on('exit', () => (process.exitCode ||= 1));
  });
}
