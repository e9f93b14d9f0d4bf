import { quotedArgument } from './quoted-argument.ts';
import { version } from './version.ts';

/** EX_SOFTWARE of `sysexits.h`: the fault is in the program, not in the pack or the command. */
const FAULT = 70;
/** Longer messages are cut, since an error may quote a whole file. */
const LONGEST_MESSAGE = 300;

/** One fault often causes others, and the first says most. */
let isStopping = false;

/**
 * Ends the program after an unexpected error. A stack trace means nothing to an author, and in bundled code one line of it
 * fills a terminal, so it is shown only with `--debug`.
 */
export function stopWithFault(error: unknown): void {
  if (isStopping) return;
  isStopping = true;
  // A spinner that was running has hidden the cursor, and its timer would keep the program alive.
  const terminal = process.stderr.isTTY ? '\r\u001B[K\u001B[?25h' : '';
  process.stderr.write(`${terminal}${faultInWords(error, process.argv.slice(2))}\n`, () =>
    process.exit(FAULT),
  );
}

/** Describes a fault, with everything that the person who fixes it has to know. */
export function faultInWords(error: unknown, argv: readonly string[]): string {
  const command = ['studypack', ...argv.filter((arg) => arg !== '--debug')].map(quotedArgument).join(' ');
  const { version: node, platform, arch } = process;
  return [
    'Studypack stopped because of a bug in the program, not because of your pack or files.',
    'Please report it to the person who looks after Studypack for you. Include these three lines:',
    '',
    `  ${command}`,
    `  ${firstLineOf(error)}`,
    `  Studypack ${versionOrUnknown()}, Node.js ${node}, ${platform} ${arch}`,
    '',
    ...(argv.includes('--debug')
      ? [traceOf(error)]
      : [`To see where in the program it happened, run: ${command} --debug`]),
  ].join('\n');
}

function firstLineOf(error: unknown): string {
  const line = (error instanceof Error ? String(error) : `not an Error: ${typeof error}`).split('\n', 1)[0]!;
  return line.length > LONGEST_MESSAGE ? `${line.slice(0, LONGEST_MESSAGE)}…` : line;
}

/** The stack trace, without the source code that Node.js prints above it. */
const traceOf = (error: unknown): string =>
  error instanceof Error && error.stack !== undefined ? error.stack : 'There is no stack trace.';

/** The version, unless reading it is what failed. */
function versionOrUnknown(): string {
  try {
    return version();
  } catch {
    return '(version unknown)';
  }
}
