import type { CAC } from 'cac';
import { append } from '../diagnostics/collections/append.ts';
import { suggest } from '../diagnostics/suggest.ts';

/** Says what is wrong with the arguments, and how they are meant. @returns the exit code for wrong usage */
export function wrongUsage(problem: string | undefined, cli: CAC): number {
  const commands = cli.commands.map((command) => command.name);
  const unknown = /Unknown option `(-+[^`]+)`/.exec(problem ?? '')?.[1];
  const missing = /missing required args for command `([^`]+)`/.exec(problem ?? '')?.[1];
  const empty = /option `(?:-\w, )?(--[^`]+)` value is missing/.exec(problem ?? '')?.[1];
  const unused = /Unused args: (.+)/.exec(problem ?? '')?.[1];
  const lines: string[] = [];
  if (problem === undefined) lines.push('Say what to do.', `Commands: ${commands.join(', ')}.`);
  else if (unknown !== undefined) append(lines, unknownOption(unknown, cli));
  else if (missing !== undefined)
    lines.push(`Say which ${/[a-z]+(?=>)/.exec(missing)?.[0]}: studypack ${missing}`);
  else if (empty !== undefined) lines.push(`Say what follows ${empty.split(' ')[0]}: ${empty}`);
  else if (unused !== undefined) lines.push(`There is no place for ${unused.replaceAll('`', '')} here.`);
  else if (/^-/.test(problem)) lines.push(`${problem}: say what to do.`, `Commands: ${commands.join(', ')}.`);
  else lines.push(`There is no command “${problem}”.`, suggest(problem, commands) ?? '');
  lines.push('`studypack --help` shows how it is used.');
  process.stderr.write(`${lines.filter(Boolean).join('\n')}\n`);
  return 2;
}

/** Parsing takes what follows a hyphen for letters of options, and so the digits of a number below zero. */
function unknownOption(unknown: string, cli: CAC): string[] {
  const at = cli.rawArgs.findIndex((arg) => /^-(\d+\.?\d*|\.\d+)$/.test(arg));
  const number = cli.rawArgs[at];
  if (number !== undefined && /^-[\d.]/.test(unknown)) {
    const before = cli.rawArgs[at - 1]!;
    const option = /^--[a-z-]+$/.test(before) ? before : '--down';
    return [`${number} was read as an option. A negative number is written with “=”: ${option}=${number}`];
  }
  const options = [...(cli.matchedCommand?.options ?? []), ...cli.globalCommand.options].map(
    (option) => option.rawName.split(/[ ,]/)[0]!,
  );
  return [`There is no option ${unknown}.`, suggest(unknown, options) ?? ''];
}
