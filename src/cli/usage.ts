import type { CAC } from 'cac';
import { suggest } from '../diagnostics/suggest.ts';

/** Says what is wrong with the arguments, and how they are meant. @returns the exit code for wrong usage */
export function wrongUsage(problem: string | undefined, cli: CAC): number {
  const commands = cli.commands.map((command) => command.name);
  const unknown = /Unknown option `(-+[^`]+)`/.exec(problem ?? '')?.[1];
  const lines: string[] = [];
  if (problem === undefined) lines.push('Say what to do.', `Commands: ${commands.join(', ')}.`);
  else if (unknown !== undefined) {
    const options = [...(cli.matchedCommand?.options ?? []), ...cli.globalCommand.options].map(
      (option) => option.rawName.split(/[ ,]/)[0]!,
    );
    lines.push(`There is no option ${unknown}.`, suggest(unknown, options) ?? '');
  } else if (/^[a-z-]+$/.test(problem))
    lines.push(`There is no command “${problem}”.`, suggest(problem, commands) ?? '');
  else lines.push(problem);
  lines.push('`studypack --help` shows how it is used.');
  process.stderr.write(`${lines.filter(Boolean).join('\n')}\n`);
  return 2;
}
