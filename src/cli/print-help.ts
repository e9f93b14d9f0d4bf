import { largest } from '../diagnostics/collections/largest.ts';
import { type Flag, writtenFlag } from './describe-flags.ts';

/** The width of help, in characters. */
const WIDTH = 100;

/** A command as its own help describes it. */
interface CommandHelp {
  readonly name: string;
  readonly summary: string;
  readonly arguments: string;
  readonly flags: readonly Flag[];
  readonly examples: readonly string[];
  readonly note?: string | undefined;
}

/** Gives the help of one command: how to call it, its options with their values and defaults, and examples. */
export function commandHelp(command: CommandHelp): string {
  const usage = ['studypack', command.name, command.arguments, '[options]'].filter(Boolean).join(' ');
  return [
    usage,
    `${command.summary}.`,
    ...(command.note === undefined ? [] : [wrapped(command.note, WIDTH).join('\n')]),
    section('Options', command.flags.map(flagRow)),
    `Examples:\n${command.examples.map((example) => `  studypack ${example}`).join('\n')}`,
  ]
    .join('\n\n')
    .concat('\n');
}

/** Gives the help of the program: its commands, and the options that all of them have. */
export function programHelp(
  commands: readonly { readonly name: string; readonly summary: string }[],
  flags: readonly Flag[],
): string {
  return [
    'studypack <command> [options]',
    section(
      'Commands',
      commands.map(({ name, summary }) => [name, summary]),
    ),
    section('Options for all commands', flags.map(flagRow)),
    'For the options of a command and examples, run `studypack <command> --help`.',
  ]
    .join('\n\n')
    .concat('\n');
}

function flagRow(flag: Flag): [string, string] {
  const { help, short, values, default: byDefault, takes } = flag;
  const written = `${short ? `-${short}, ` : ''}${writtenFlag(flag)}`;
  const known = values ? `: ${inWords(values)}` : '';
  const extra = [takes === 'many' && 'can be repeated', byDefault && `default: ${byDefault}`].filter(Boolean);
  return [written, `${help}${known}${extra.length > 0 ? ` (${extra.join(', ')})` : ''}`];
}

const inWords = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

/** A heading, and rows of two columns below it. */
function section(heading: string, rows: readonly (readonly [string, string])[]): string {
  const indent = 2 + largest(rows.map(([left]) => left.length)) + 2;
  const lines = rows.flatMap(([left, right]) =>
    wrapped(right, WIDTH - indent).map(
      (line, index) => `${(index === 0 ? `  ${left}` : '').padEnd(indent)}${line}`,
    ),
  );
  return [`${heading}:`, ...lines].join('\n');
}

/** Breaks a text between words into lines of at most `width` characters. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
