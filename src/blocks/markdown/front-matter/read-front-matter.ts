import type * as z from 'zod';
import type { Place } from '../../../diagnostics/diagnostic.ts';
import type { Report } from '../../../diagnostics/report.ts';
import { nearest } from '../../../diagnostics/suggest.ts';
import { checkYaml } from '../../../diagnostics/yaml/check-yaml.ts';
import type { CheckedYaml } from '../../../diagnostics/yaml/checked-yaml.ts';
import { asYaml } from './as-yaml.ts';
import { documentSchema } from './document-schema.ts';
import { type DocumentFront, findFront } from './find-front.ts';
import { ownFields } from './own-fields.ts';

type Settings = z.output<typeof documentSchema>;

/** The front matter of a file: what it says, and its last line, from 0; −1 if there is none. */
interface FrontMatterOfFile extends CheckedYaml<Settings> {
  readonly end: number;
}

/**
 * Reads the front matter of a Markdown file, in any of the forms that other programs have. Fields that are not ours are
 * passed over, and named in one sentence.
 * @param lines those of the file, without comments
 * @param start the first line that is not empty only because of a comment
 * @returns undefined, after diagnostics, if it is wrong
 */
export function readFrontMatter(
  lines: readonly string[],
  start: number,
  file: string,
  report: Report,
): FrontMatterOfFile | undefined {
  const front = findFront(lines, start);
  const at = { file, line: (front?.from ?? 0) + 1, column: 1 };
  if (!front) return withEnd(checkYaml({ text: '', at }, documentSchema, report), -1);
  if (!front.closed) reportUnclosed(front, start, file, report);
  const yaml = asYaml(front.kind, lines.slice(front.from, front.to));
  if ('reason' in yaml) {
    const where = { file, line: front.from + yaml.line, column: yaml.column };
    const hint = 'Text needs quotes around it: title = "Shadows".';
    report.add('toml-broken', where, `The front matter is not valid TOML: ${yaml.reason}.`, hint);
    return undefined;
  }
  const { lines: own, others } = ownFields(yaml.lines);
  if (reportPlaceholders(own, at, report)) return undefined;
  reportOthers(others, at, report);
  return withEnd(checkYaml({ text: own.join('\n'), at }, documentSchema, report), front.end);
}

const withEnd = (checked: CheckedYaml<Settings> | undefined, end: number): FrontMatterOfFile | undefined =>
  checked && { ...checked, end };

function reportUnclosed({ kind, end }: DocumentFront, start: number, file: string, report: Report): void {
  const mark = kind === 'toml' ? '+++' : '---';
  report.add(
    'front-matter-unclosed',
    { file, line: start + 1, column: 1 },
    `The front matter is never closed, so it is taken to end on line ${end + 1}.`,
    `Add a line ${mark} after its last field.`,
  );
}

/** What a program fills in before it prints: `{{ title }}`, `{% … %}`, `<%= … %>`. */
const PLACEHOLDER = /\{\{.*?\}\}|\{%.*?%\}|<%.*?%>/;

/** @returns whether there are any */
function reportPlaceholders(lines: readonly string[], at: Place, report: Report): boolean {
  let found = false;
  for (const [index, line] of lines.entries()) {
    const placeholder = PLACEHOLDER.exec(line);
    if (!placeholder) continue;
    found = true;
    report.add(
      'placeholder-unfilled',
      { ...at, line: at.line + index, column: placeholder.index + 1 },
      `“${placeholder[0]}” is a placeholder that another program fills in.`,
      'Write the text itself, or delete the line.',
    );
  }
  return found;
}

function reportOthers(
  others: readonly { readonly name: string; readonly line: number }[],
  at: Place,
  report: Report,
): void {
  const [first] = others;
  if (!first) return;
  const own = Object.keys(documentSchema.shape);
  const meant = others.flatMap(({ name }) => {
    const near = nearest(name.toLowerCase(), own);
    return near === undefined || !isMisspelt(name.toLowerCase(), near)
      ? []
      : [`Did you mean “${near}” by “${name}”?`];
  });
  const hint = [...meant, `These are used: ${own.join(', ')}.`].join(' ');
  report.add(
    'front-matter-ignored',
    { ...at, line: at.line + first.line },
    `The front matter has fields that are not used when a file is printed: ${[...new Set(others.map(({ name }) => name))].join(', ')}.`,
    hint,
  );
}

/**
 * Whether a name is one of ours with a mistake in it. Names that other programs have, such as math, note and type, are
 * two letters from ours, and begin or end with another.
 */
const isMisspelt = (name: string, own: string): boolean =>
  name !== own && name[0] === own[0] && Math.abs(name.length - own.length) < 3;
