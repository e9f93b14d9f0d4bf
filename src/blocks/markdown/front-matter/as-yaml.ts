import { parse, TomlError } from 'smol-toml';
import type { DocumentFront } from './find-front.ts';

/** Front matter as YAML whose fields are on the lines where they were written; or what is wrong with it. */
export type FrontAsYaml =
  | { readonly lines: readonly string[] }
  | { readonly line: number; readonly column: number; readonly reason: string };

/** Writes front matter of any kind as YAML. @param lines those of its fields */
export function asYaml(kind: DocumentFront['kind'], lines: readonly string[]): FrontAsYaml {
  if (kind === 'yaml') return { lines };
  return kind === 'toml' ? tomlAsYaml(lines) : titleBlockAsYaml(lines);
}

function tomlAsYaml(lines: readonly string[]): FrontAsYaml {
  let fields: Record<string, unknown>;
  try {
    fields = parse(lines.join('\n'));
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [reason = ''] = error.message.replace(/^Invalid TOML document: /, '').split('\n');
    return { line: error.line, column: error.column, reason };
  }
  const yaml = lines.map(() => '');
  for (const [name, value] of Object.entries(fields)) {
    const line = lines.findIndex((one) =>
      new RegExp(`^\\s*\\[*\\s*["']?${escaped(name)}["']?\\s*[=.\\]]`).test(one),
    );
    yaml[Math.max(0, line)] += `${JSON.stringify(name)}: ${JSON.stringify(plain(value))}`;
  }
  return { lines: yaml };
}

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A value of TOML as YAML has it here: all scalars are text. */
function plain(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00(?:\.000)?Z?$/, '');
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
  return String(value);
}

function titleBlockAsYaml(lines: readonly string[]): FrontAsYaml {
  const names = ['title', 'author', 'date'];
  const yaml = lines.map(() => '');
  const starts = lines.flatMap((line, index) => (line.startsWith('%') ? [index] : []));
  for (const [field, start] of starts.entries()) {
    const parts = lines.slice(start, starts[field + 1]).map((line) => line.replace(/^%/, '').trim());
    const value =
      names[field] === 'author'
        ? parts
            .flatMap((part) => part.split(';'))
            .map((part) => part.trim())
            .filter(Boolean)
        : parts.join(' ').trim();
    if (value.length > 0) yaml[start] = `${names[field]}: ${JSON.stringify(value)}`;
  }
  return { lines: yaml };
}
