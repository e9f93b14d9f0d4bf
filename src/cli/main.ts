import { suggest } from '../diagnostics/suggest.ts';
import type { Command } from './command.ts';
import { COMMON_FLAGS } from './describe-flags.ts';
import { programHelp } from './print-help.ts';
import { runCommand } from './run-command.ts';
import { printWrongUsage, WrongUsage } from './usage.ts';
import { version } from './version.ts';

/** A command's name and summary, and how to load the rest of it. */
interface ListedCommand {
  readonly name: string;
  readonly summary: string;
  load(): Promise<Command>;
}

/** All commands. Each is loaded when it is run, since loading all libraries takes longer than most commands do. */
const COMMANDS: readonly ListedCommand[] = [
  {
    name: 'build',
    summary: 'Print all packs in content/, or only the ones you name',
    load: async () => (await import('./commands/build-command.ts')).buildCommand,
  },
  {
    name: 'check',
    summary: 'Report everything wrong in packs, without writing any files',
    load: async () => (await import('./commands/check-command.ts')).checkCommand,
  },
  {
    name: 'coverage',
    summary: 'Count quotations and questions by subject, and show what is missing',
    load: async () => (await import('./commands/coverage-command.ts')).coverageCommand,
  },
  {
    name: 'verify',
    summary: 'Check a pack’s quotations against the text of the book',
    load: async () => (await import('./commands/verify-command.ts')).verifyCommand,
  },
  {
    name: 'lint',
    summary: 'Warn about flaws in how questions and papers are written',
    load: async () => (await import('./commands/lint-command.ts')).lintCommand,
  },
  {
    name: 'set',
    summary: 'Print a named copy of a paper or worksheet for each pupil in a class, with a list',
    load: async () => (await import('./commands/set-command.ts')).setCommand,
  },
  {
    name: 'forget',
    summary: 'Remove everything that sets have printed for a class, with the names of its pupils',
    load: async () => (await import('./commands/forget-command.ts')).forgetCommand,
  },
  {
    name: 'merge',
    summary: 'Put together what the shards of a build or a set have printed',
    load: async () => (await import('./commands/merge-command.ts')).mergeCommand,
  },
  {
    name: 'print',
    summary: 'Print one Markdown file as a PDF',
    load: async () => (await import('./commands/print-command.ts')).printCommand,
  },
  {
    name: 'import',
    summary: 'Write what Word documents, web pages, quizzes and word lists say into a pack',
    load: async () => (await import('./commands/import-command.ts')).importCommand,
  },
  {
    name: 'export',
    summary: 'Write questions, words or a product of a pack in the format of another program',
    load: async () => (await import('./commands/export-command.ts')).exportCommand,
  },
  {
    name: 'calibrate',
    summary: 'Print a test sheet for a duplex printer, or save your measurements',
    load: async () => (await import('./commands/calibrate-command.ts')).calibrateCommand,
  },
  {
    name: 'preflight',
    summary: 'Check that finished PDFs, from this program or another, are ready to print',
    load: async () => (await import('./commands/preflight-command.ts')).preflightCommand,
  },
  {
    name: 'proof',
    summary: 'Show all pages of packs or PDFs on one HTML page, with problems marked',
    load: async () => (await import('./commands/proof-command.ts')).proofCommand,
  },
  {
    name: 'list',
    summary: 'List packs, products, styles and kinds of entry',
    load: async () => (await import('./commands/list-command.ts')).listCommand,
  },
  {
    name: 'init',
    summary: 'Make a new folder with a small example pack',
    load: async () => (await import('./commands/init-command.ts')).initCommand,
  },
  {
    name: 'open',
    summary: 'Open a folder of packs in the browser, to write, see and print them',
    load: async () => (await import('./commands/open-command.ts')).openCommand,
  },
  {
    name: 'schema',
    summary: 'Print the JSON Schemas of all front matter, for text editors',
    load: async () => (await import('./commands/schema-command.ts')).schemaCommand,
  },
  {
    name: 'watch',
    summary: 'Print packs, then print them again whenever a file changes',
    load: async () => (await import('./commands/watch-command.ts')).watchCommand,
  },
];

/**
 * Runs the command that the arguments name. Exit codes: 0 done, 1 something in the input is wrong, 2 wrong usage.
 * Errors that it throws are faults of the program.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const [first = ''] = argv;
  // Options may come before the name of the command.
  const isOption = first.startsWith('-');
  const found = COMMANDS.find(({ name }) => name === first) ?? (isOption ? namedIn(argv) : undefined);
  const asksFor = (...flags: readonly string[]) => isOption && argv.some((arg) => flags.includes(arg));
  try {
    if (found) {
      const rest = argv.toSpliced(argv.indexOf(found.name), 1);
      return await runCommand(found, await found.load(), rest);
    }
    if (asksFor('-h', '--help')) process.stdout.write(programHelp(COMMANDS, [...COMMON_FLAGS, VERSION_FLAG]));
    else if (asksFor('-v', '--version'))
      process.stdout.write(
        `studypack/${version()} ${process.platform}-${process.arch} node-${process.version}\n`,
      );
    else throw noCommand(first);
    return 0;
  } catch (error) {
    if (error instanceof WrongUsage) return printWrongUsage(error, found?.name);
    throw error;
  }
}

const VERSION_FLAG = { name: 'version', takes: 'nothing', short: 'v', help: 'Show the version' } as const;

const namedIn = (argv: readonly string[]): ListedCommand | undefined =>
  argv.flatMap((arg) => COMMANDS.find(({ name }) => name === arg) ?? [])[0];

function noCommand(first: string): WrongUsage {
  const names = COMMANDS.map(({ name }) => name);
  const commands = `Commands: ${names.join(', ')}.`;
  if (first === '') return new WrongUsage(`No command given.\n${commands}`);
  if (first.startsWith('-')) return new WrongUsage(`${first}: no command given.\n${commands}`);
  const hint = suggest(first, names);
  return new WrongUsage(`There is no command “${first}”.${hint === undefined ? '' : `\n${hint}`}`);
}
