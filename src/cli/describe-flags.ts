import type * as z from 'zod';
import type { FlagHelp } from './flags.ts';

/** An option of a command, as parsing and help see it. */
export interface Flag extends FlagHelp {
  /** Its name without hyphens. */
  readonly name: string;
  /** Whether it takes no value, one, or several by being repeated. */
  readonly takes: 'nothing' | 'one' | 'many';
  readonly default?: string;
}

/** The options that every command has. */
export const COMMON_FLAGS: readonly Flag[] = [
  { name: 'quiet', takes: 'nothing', help: 'Show errors and warnings only' },
  {
    name: 'json',
    takes: 'nothing',
    help: 'Print the results as one JSON object: files, pages and diagnostics',
  },
  {
    name: 'debug',
    takes: 'nothing',
    help: 'If the program itself fails, show where in its code',
  },
  { name: 'help', takes: 'nothing', short: 'h', help: 'Show this help' },
];

/** Lists the options of a command, read from their schema. */
export const describeFlags = (flags: z.ZodObject | undefined): Flag[] =>
  Object.entries(flags?.shape ?? {}).map(([name, schema]) => describe(name, schema as z.ZodType));

function describe(name: string, schema: z.ZodType): Flag {
  let inner = schema;
  let help = {} as FlagHelp;
  let byDefault: unknown;
  for (;;) {
    help = { ...(inner.meta() as FlagHelp | undefined), ...help };
    const { def } = inner as z.ZodDefault<z.ZodType> | z.ZodOptional<z.ZodType>;
    if (def.type !== 'default' && def.type !== 'optional') break;
    if (def.type === 'default') byDefault = def.defaultValue;
    inner = def.innerType;
  }
  const takes = inner.def.type === 'boolean' ? 'nothing' : inner.def.type === 'array' ? 'many' : 'one';
  return { ...help, name, takes, ...(typeof byDefault === 'string' && { default: byDefault }) };
}

/** An option as it is written, with the value it takes: `--paper <name>`. */
export const writtenFlag = ({ name, takes, value = 'value' }: Flag): string =>
  takes === 'nothing' ? `--${name}` : `--${name} <${value}>`;
