import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { boardSchema } from '../src/assessment/boards/board-schema.ts';
import { questionFields } from '../src/blocks/exam/question-blocks.ts';
import { documentSchema } from '../src/blocks/markdown/front-matter/document-schema.ts';
import { TABLES } from '../src/build/tables/tables.ts';
import { PACK_KIND } from '../src/content/kinds/pack-kind.ts';
import { createReport } from '../src/diagnostics/report.ts';
import { checkYaml } from '../src/diagnostics/yaml/check-yaml.ts';
import { styleSchema } from '../src/layout/style/style.ts';
import { HELPERS } from '../src/templates/helpers/helpers.ts';
import { productSchema } from '../src/templates/product.ts';
import { schoolSchema } from '../src/templates/school.ts';

const REFERENCE = readFileSync('docs/authoring/reference.md', 'utf8');

/** What the reference says of a field: its path (`sections.items`), whether it is required, and its default. */
interface Row {
  readonly field: string;
  readonly required: string;
  readonly default: string;
}

/** A row with its example, as it is written. */
interface WrittenRow extends Row {
  readonly example: string;
}

/** How the reference writes a default. */
function written(value: unknown): string {
  if (value === undefined || value === '') return '';
  if (typeof value === 'boolean') return value ? '`yes`' : '`no`';
  if (Array.isArray(value)) return value.length === 0 ? '' : `\`[${value.join(', ')}]\``;
  return `\`${String(value).replaceAll('\u00A0', ' ')}\``;
}

/** The objects in a schema, through everything that may be around them: lists, defaults, alternatives. */
function objectsIn(schema: unknown): z.ZodObject[] {
  if (schema instanceof z.ZodObject) return [schema];
  if (schema instanceof z.ZodArray) return objectsIn(schema.element);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return objectsIn(schema.unwrap());
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(objectsIn);
  if (schema instanceof z.ZodPipe) return objectsIn(schema.out);
  return [];
}

/** The fields of a schema, and of the objects in them, as the reference should describe them. */
function fieldsOf(schema: unknown, prefix = ''): Row[] {
  return objectsIn(schema).flatMap((object) =>
    Object.entries(object.shape).flatMap(([name, field]): Row[] => {
      const absent = z.safeParse(field, undefined);
      return [
        {
          field: prefix + name,
          required: absent.success ? '' : 'yes',
          default: written(absent.success ? absent.data : undefined),
        },
        ...fieldsOf(field, `${prefix + name}.`),
      ];
    }),
  );
}

/** The schema of a field, by its path. */
function fieldAt(schema: unknown, path: string): z.ZodType {
  const [name = '', ...rest] = path.split('.');
  const field = objectsIn(schema).find((object) => Object.hasOwn(object.shape, name))!.shape[
    name
  ] as z.ZodType;
  return rest.length === 0 ? field : fieldAt(field, rest.join('.'));
}

/** The rows of the first table below a heading such as "### `themes`". A row may describe several fields. */
function rowsBelow(heading: string, text = REFERENCE): WrittenRow[] {
  const lines = text.split('\n');
  const start = lines.indexOf(heading);
  if (start === -1) return [];
  const next = lines.findIndex((line, index) => index > start && line.startsWith('#'));
  return lines
    .slice(start, next === -1 ? undefined : next)
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => {
      const [, names = '', required = '', , byDefault = '', example = ''] = line
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim());
      return [...names.matchAll(/`([^`]+)`/g)].map(([, field]) => ({
        field: field!,
        required,
        default: byDefault,
        example: example.replace(/^`(.*)`$/, '$1').replaceAll('\\|', '|'),
      }));
    });
}

const sorted = (rows: readonly Row[]) => rows.toSorted((a, b) => a.field.localeCompare(b.field));

const shared = new Set(Object.keys(questionFields));
const kinds = [PACK_KIND, ...TABLES.entryKinds];

/** The schema that each table of the reference describes, by the heading above it. */
const schemas: [string, z.ZodType][] = [
  ...kinds.map(({ name, fields }): [string, z.ZodType] => [`### \`${name}\``, fields]),
  ['### Fields of an exam board', boardSchema],
  ['### Settings of a school', schoolSchema],
  ['### Front matter of a product', productSchema],
  ['### Tokens of a style', styleSchema],
  ['### Front matter of a single Markdown file', documentSchema],
  ['### Fields of every question block', z.object(questionFields)],
  ...TABLES.blocks.map(({ name, fields }): [string, z.ZodType] => [`### Block \`${name}\``, fields]),
];

const described = schemas.map(([heading, schema]): [string, Row[]] => {
  const rows = fieldsOf(schema);
  const isQuestion = heading.startsWith('### Block') && rows.some(({ field }) => field === 'continued');
  return [heading, rows.filter(({ field }) => !isQuestion || !shared.has(field))];
});

describe('the reference', () => {
  for (const [heading, fields] of described)
    it(`has a row for each field, and no other: ${heading.replaceAll(/[#`]/g, '').trim()}`, () => {
      expect(REFERENCE.split('\n')).toContain(heading);
      const rows = rowsBelow(heading).map(({ example: _, ...row }) => row);
      expect(sorted(rows)).toEqual(sorted(fields));
    });

  it('gives examples that the program accepts', () => {
    const refused = schemas.flatMap(([heading, schema]) =>
      rowsBelow(heading).flatMap(({ field, example }) => {
        if (example === '') return [];
        const found = createReport();
        const at = { file: heading, line: 1, column: 1 };
        checkYaml({ text: `x:\n  ${example}\n`, at }, z.strictObject({ x: fieldAt(schema, field) }), found);
        return found.diagnostics.map(({ message }) => `${heading}: ${field}: ${example}: ${message}`);
      }),
    );
    expect(refused).toEqual([]);
  });

  it('has no table of a kind or block that does not exist', () => {
    const known = new Set(described.map(([heading]) => heading));
    const headings = REFERENCE.split('\n').filter((line) => /^### (Block )?`/.test(line));
    expect(headings.filter((heading) => !known.has(heading))).toEqual([]);
  });

  it('names the sections that each kind of entry may have', () => {
    for (const { name, sections } of kinds) {
      const below = REFERENCE.split(`\n### \`${name}\`\n`)[1]!.split('\n#')[0]!.replaceAll(/\s+/g, ' ');
      for (const section of sections) expect(below).toContain(`*${section}*`);
    }
  });

  it('describes each helper of templates', () => {
    const below = REFERENCE.split('\n## Helpers of templates\n')[1]!.split('\n## ')[0]!;
    for (const { name } of HELPERS) expect(below).toMatch(new RegExp(`[({]${name}[ )}]`));
  });

  it('would notice a field that is missing, unknown, wrongly required or has another default', () => {
    const text =
      '### `parts`\n\n| Field | R | W | D |\n|:--|\n| `title` | | a | `x` | `Sun` |\n| `size` | yes | | | |\n';
    expect(rowsBelow('### `parts`', text)).toEqual([
      { field: 'title', required: '', default: '`x`', example: 'Sun' },
      { field: 'size', required: 'yes', default: '', example: '' },
    ]);
    expect(fieldsOf(z.strictObject({ title: z.string(), lines: z.array(z.int()).default([1, 2]) }))).toEqual([
      { field: 'title', required: 'yes', default: '' },
      { field: 'lines', required: '', default: '`[1, 2]`' },
    ]);
  });

  it('and the pages beside it show named blocks that the program accepts', () => {
    const pages = readdirSync('docs/authoring').map((name) => readFileSync(`docs/authoring/${name}`, 'utf8'));
    const fences = pages.flatMap((page) => [...page.matchAll(/^~~~([a-z-]+)\n([\s\S]*?)^~~~$/gm)]);
    expect(fences.length).toBeGreaterThan(1);
    for (const [, name, text] of fences) {
      const found = createReport();
      const block = TABLES.blocks.find((one) => one.name === name);
      checkYaml({ text: text!, at: { file: name!, line: 1, column: 1 } }, block!.fields, found);
      expect(found.diagnostics).toEqual([]);
    }
  });
});
