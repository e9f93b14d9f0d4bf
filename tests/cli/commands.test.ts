import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/cli/command.ts';
import { COMMON_FLAGS, describeFlags, writtenFlag } from '../../src/cli/describe-flags.ts';
import { parseArguments } from '../../src/cli/parse-arguments.ts';
import { commandHelp } from '../../src/cli/print-help.ts';

const names = readdirSync('src/cli/commands').flatMap((file) => /^(.*)-command\.ts$/.exec(file)?.[1] ?? []);
const commands = await Promise.all(
  names.map(async (name): Promise<[string, Command]> => {
    const loaded = (await import(`../../src/cli/commands/${name}-command.ts`)) as Record<string, Command>;
    return [name, loaded[`${name}Command`]!];
  }),
);

describe('every command', () => {
  it('is in the table of main.ts', () => {
    const table = readFileSync('src/cli/main.ts', 'utf8');
    expect([...table.matchAll(/^ {4}name: '([a-z]+)',$/gm)].map(([, name]) => name).sort()).toEqual(names);
  });

  it.each(commands)('%s describes its options, and shows an example of each use', (name, command) => {
    const flags = [...describeFlags(command.flags), ...COMMON_FLAGS];
    const help = commandHelp({
      name,
      summary: 'Do something',
      arguments: command.arguments,
      flags,
      examples: command.examples,
    });
    for (const flag of flags) {
      expect(flag.help, flag.name).toMatch(/^[A-Z].*[^.]$/);
      expect(help).toContain(`${writtenFlag(flag)} `);
      // Only text options name their value.
      expect(flag.value !== undefined, flag.name).toBe(flag.takes !== 'nothing');
    }
    expect(help.split('\n').filter((line) => line.length > 100)).toEqual([]);
    expect(command.examples.length).toBeGreaterThan(0);
  });

  it.each(commands)('%s takes its own examples', (name, command) => {
    for (const example of command.examples) {
      const [first, ...rest] = example.split(' ');
      const { flags, problems } = parseArguments(rest, describeFlags(command.flags));
      expect({ first, problems }).toEqual({ first: name, problems: [] });
      if (command.flags) expect(command.flags.safeParse(flags).error).toBeUndefined();
    }
  });
});

describe('parseArguments', () => {
  const flags = [
    { name: 'out', takes: 'one', short: 'o', value: 'file', help: 'File' },
    { name: 'down', takes: 'one', value: 'mm', help: 'Distance' },
    { name: 'product', takes: 'many', value: 'name', help: 'Product' },
    { name: 'grey', takes: 'nothing', help: 'Grey' },
  ] as const;

  it('leaves values as they were written, whatever number they look like', () => {
    const argv = ['12345E001', '-o', '007', '--down', '-0.5', '--product', '1e5', '--product=0x10', '--grey'];
    expect(parseArguments(argv, flags)).toEqual({
      flags: { out: '007', down: '-0.5', product: ['1e5', '0x10'], grey: true },
      words: ['12345E001'],
      problems: [],
    });
  });

  it('takes what follows -- for an argument', () => {
    expect(parseArguments(['--grey', '--', '--out', '-x'], flags)).toMatchObject({
      flags: { grey: true },
      words: ['--out', '-x'],
      problems: [],
    });
  });

  it('finds names of options that every object has a property of unknown', () => {
    const { problems } = parseArguments(['--constructor', '--__proto__=1', '--no-grey'], flags);
    expect(problems.map((problem) => problem.split('\n')[0])).toEqual([
      'There is no option --constructor.',
      'There is no option --__proto__.',
      'There is no option --no-grey.',
    ]);
  });

  it('reports a value that is missing, empty or an option', () => {
    for (const argv of [['--out'], ['--out='], ['--out', '--grey'], ['-o']])
      expect(parseArguments(argv, flags).problems).toEqual(['--out needs a value: --out <file>']);
  });
});
