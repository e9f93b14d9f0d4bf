import { describe, expect, expectTypeOf, it } from 'vitest';
import * as z from 'zod';
import type { ExamPack } from '../../src/assessment/tasks/exam-pack.ts';
import { TABLES } from '../../src/build/tables/tables.ts';
import type { Entry, EntryOf, Pack } from '../../src/content/entries/entry.ts';
import type { EntryKind } from '../../src/content/kinds/entry-kind.ts';
import { readPack } from '../../src/content/read-pack.ts';
import { createReport } from '../../src/diagnostics/report.ts';

const ABOUT = '---\ntitle: Demo\nlang: en-GB\ndate: 2026-01-01\n---\n\nText.\n';

/** Reads a pack of some files, with `pack.md` before them. */
function read<K extends EntryKind>(kinds: readonly K[], files: Readonly<Record<string, string>>) {
  const report = createReport();
  const all = Object.entries({ 'pack.md': ABOUT, ...files });
  const sources = all.map(([name, text]) => ({ path: name, name, text }));
  return { pack: readPack('demo', 'demo', sources, kinds, report)!, report };
}

const RECIPES = {
  name: 'recipes',
  singular: 'recipe',
  holds: 'many',
  body: 'needed',
  sections: [],
  fields: z.strictObject({ serves: z.string(), oven: z.enum(['hot', 'cool']).optional() }),
} as const satisfies EntryKind;

describe('the entries of a pack', () => {
  it('have the fields of their kind’s schema', () => {
    expectTypeOf<Pack['entries']['quotations'][number]['fields']['speaker']>().toEqualTypeOf<string>();
    expectTypeOf<EntryOf<'characters'>['fields']['role']>().toEqualTypeOf<'main' | 'minor'>();
    expectTypeOf<Pack['about']['fields']['typographer']>().toEqualTypeOf<boolean>();
    expectTypeOf<ExamPack['entries']['papers'][number]['fields']['forms']>().toEqualTypeOf<string[]>();
    // @ts-expect-error: quotations have no such field
    expectTypeOf<EntryOf<'quotations'>['fields']['speeker']>().toBeAny();
    // @ts-expect-error: content alone knows no papers
    expectTypeOf<Pack['entries']['papers']>().toBeAny();
  });

  it('are entries of any kind, and a pack with more kinds is one with fewer', () => {
    expectTypeOf<EntryOf<'quotations'>>().toExtend<Entry>();
    expectTypeOf<ExamPack>().toExtend<Pack>();
    expectTypeOf<ExamPack>().toExtend<Pack<EntryKind>>();
  });

  it('are of the kinds that were handed in, with no list missing', () => {
    const { pack, report } = read(TABLES.entryKinds, {
      'themes.md': '## Light\nclaim: It bends.\n\nText.\n',
    });
    expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(Object.keys(pack.entries)).toEqual(TABLES.entryKinds.map(({ name }) => name));
    expect(pack.entries.themes.map(({ fields }) => fields.claim)).toEqual(['It bends.']);
    expect([pack.entries.quotations, pack.entries.book, pack.entries.papers]).toEqual([[], [], []]);
  });

  it('may be of a kind that content has never heard of', () => {
    const { pack, report } = read([RECIPES], {
      'recipes.md': '## Bread\nserves: four\noven: hot\n\nBake.\n',
    });
    expect(report.diagnostics).toEqual([]);
    const [bread] = pack.entries.recipes;
    expectTypeOf(bread!.fields.oven).toEqualTypeOf<'hot' | 'cool' | undefined>();
    expect(bread).toMatchObject({ kind: 'recipes', id: 'bread', fields: { serves: 'four', oven: 'hot' } });
    expect(Object.keys(pack.entries)).toEqual(['recipes']);
  });

  it('may be of no kind that was not handed in', () => {
    const { report } = read([RECIPES], { 'themes.md': '## Light\n\nText.\n' });
    expect(report.diagnostics).toMatchObject([{ code: 'file-misplaced', hint: 'Available: pack, recipes.' }]);
  });
});
