import type * as z from 'zod';
import { ownValue } from '../diagnostics/collections/own-value.ts';
import type { Code } from '../diagnostics/diagnostic.ts';
import { flagPlace } from '../diagnostics/flag-place.ts';
import type { Report } from '../diagnostics/report.ts';
import type { Command } from './command.ts';
import { COMMON_FLAGS, describeFlags } from './describe-flags.ts';
import { createOutput } from './output.ts';
import { type ParsedArguments, parseArguments } from './parse-arguments.ts';
import { commandHelp } from './print-help.ts';
import { startRun } from './run.ts';
import { WrongUsage } from './usage.ts';

/**
 * Runs a command, or prints its help. Everything wrong with its options is reported in one run.
 * @param argv the arguments without the command's name
 * @returns the exit code
 * @throws WrongUsage
 */
export async function runCommand(
  { name, summary }: { readonly name: string; readonly summary: string },
  command: Command,
  argv: readonly string[],
): Promise<number> {
  const flags = [...describeFlags(command.flags), ...COMMON_FLAGS];
  const parsed = parseArguments(argv, flags);
  if (parsed.flags['help']) {
    process.stdout.write(commandHelp({ name, summary, ...command, flags }));
    return 0;
  }
  const args = readArguments(name, command.arguments, parsed);
  const output = createOutput({ quiet: parsed.flags['quiet'] === true, json: parsed.flags['json'] === true });
  const refused = startRun(output);
  const values = checkFlags(command.flags, parsed.flags, refused.report);
  if (refused.report.failed()) return refused.finish();
  return command.run(args, values, startRun(output, command.isLenient?.(values)));
}

/** The arguments of a command, by their names. @throws WrongUsage for too few or too many of them */
function readArguments(
  command: string,
  expected: string,
  { words, problems }: ParsedArguments,
): Readonly<Record<string, string | readonly string[]>> {
  const places = expected.split(' ').map((place) => {
    const [, isRequired, isList, name = ''] = /^(<)?\[?(\.\.\.)?([a-z]+)/.exec(place) ?? [];
    return { isRequired, isList, name };
  });
  const named = places.filter(({ name }) => name !== '');
  const missing = named.filter(({ isRequired }, index) => isRequired && index >= words.length);
  const surplus = named.some(({ isList }) => isList) ? [] : words.slice(named.length);
  const all = [
    ...problems,
    ...(missing.length > 0
      ? [
          `No ${missing.map(({ name }) => name).join(' and no ')} given. Write it like this: studypack ${command} ${expected}`,
        ]
      : []),
    ...(surplus.length > 0 ? [`“studypack ${command}” does not take ${surplus.join(', ')}.`] : []),
  ];
  if (all.length > 0) throw new WrongUsage(all.join('\n'));
  return Object.fromEntries(
    named.map(({ name, isList }, index) => [name, isList ? words.slice(index) : words[index]!]),
  );
}

/** Checks options against their schema. @throws WrongUsage for values that no input could make right */
function checkFlags(
  schema: z.ZodObject | undefined,
  written: ParsedArguments['flags'],
  report: Report,
): Readonly<Record<string, unknown>> {
  if (!schema) return {};
  const known = Object.keys(schema.shape);
  const checked = schema.safeParse(
    Object.fromEntries(Object.entries(written).filter(([name]) => known.includes(name))),
  );
  if (checked.success) return checked.data;
  const wrong: string[] = [];
  for (const { path, message, ...issue } of checked.error.issues) {
    const { code, hint } = ('params' in issue ? issue.params : {}) as { code?: Code; hint?: string };
    const name = String(path[0]);
    if (code) report.add(code, flagPlace(`--${name}`), message, hint);
    else wrong.push([`--${name} ${ownValue(written, name)}: ${message}`, hint].filter(Boolean).join('\n'));
  }
  if (wrong.length > 0) throw new WrongUsage(wrong.join('\n'));
  return {};
}
