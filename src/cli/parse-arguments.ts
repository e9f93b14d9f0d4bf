import { parseArgs } from 'node:util';
import { suggest } from '../diagnostics/suggest.ts';
import { type Flag, writtenFlag } from './describe-flags.ts';

/** A command line taken apart, with values still as they were written. */
export interface ParsedArguments {
  readonly flags: Readonly<Record<string, string | boolean | readonly string[]>>;
  readonly words: readonly string[];
  /** What is wrong with it, a line for each fault. */
  readonly problems: readonly string[];
}

/** Takes apart what follows the name of a command. Values that begin with a hyphen have to be numbers or follow `=`. */
export function parseArguments(argv: readonly string[], flags: readonly Flag[]): ParsedArguments {
  const options = Object.fromEntries(
    flags.map(({ name, takes, short }) => [
      name,
      { type: takes === 'nothing' ? ('boolean' as const) : ('string' as const), ...(short && { short }) },
    ]),
  );
  const { tokens } = parseArgs({
    args: [...argv],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const found = new Map<string, string[]>();
  const words: string[] = [];
  const problems = new Set<string>();
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const flag = flags.find(({ name }) => name === token.name);
    const problem = flag ? valueProblem(flag, token) : unknownFlag(token.rawName, flags);
    if (problem !== undefined) problems.add(problem);
    else found.set(token.name, [...(found.get(token.name) ?? []), token.value ?? '']);
  }
  for (const { name, takes } of flags)
    if (takes === 'one' && (found.get(name) ?? []).length > 1)
      problems.add(`--${name} can be given only once. You gave ${found.get(name)!.join(' and ')}.`);
  const values = flags.flatMap(({ name, takes }) => {
    const given = found.get(name);
    if (!given) return [];
    return [[name, takes === 'nothing' ? true : takes === 'one' ? given[0]! : given] as const];
  });
  return { flags: Object.fromEntries(values), words, problems: [...problems] };
}

function valueProblem(
  flag: Flag,
  { value, inlineValue }: { value?: string | undefined; inlineValue?: boolean | undefined },
): string | undefined {
  if (flag.takes === 'nothing')
    return value === undefined ? undefined : `--${flag.name} does not take a value, but you gave “${value}”.`;
  const isOption = !inlineValue && value !== undefined && /^-(?![\d.])/.test(value);
  return value === undefined || value === '' || isOption
    ? `--${flag.name} needs a value: ${writtenFlag(flag)}`
    : undefined;
}

const unknownFlag = (written: string, flags: readonly Flag[]): string =>
  [
    `There is no option ${written}.`,
    suggest(
      written,
      flags.map(({ name }) => `--${name}`),
    ),
  ]
    .filter((line) => line !== undefined)
    .join('\n');
