import { describe, expect, it } from 'vitest';
import { gridsOf } from '../../bench/measure-pages.ts';
import type { PackFile } from '../../src/content/read-pack-file.ts';
import type { Laid, StructureNode } from '../../src/pages/laid.ts';
import type { Mark } from '../../src/pages/page.ts';
import { layOutSource } from '../support.ts';

const PACK = '---\ntitle: Light\nlang: en-GB\ndate: 2026-01-01\n---\n\nText.\n';
const ITEMS = {
  essay: '## Discuss.\nid: essay\nkind: extended\nmarks: 10\n',
  short: '## Name one.\nid: short\nmarks: 1\n',
  tick: '## Which?\nid: tick\nkind: multiple-choice\n\n- [x] This one\n- [ ] That one\n',
};
type Name = keyof typeof ITEMS;
const ANSWERS: Record<Name, string> = { essay: 'Points.', short: 'A lamp.', tick: '' };

interface Wanted {
  readonly items: readonly Name[];
  readonly forms?: string;
  readonly objectives?: boolean;
  readonly levels?: boolean;
  readonly guidance?: boolean;
}

/** The mark scheme of a paper that asks some items, in standard and in large print. */
function schemeOf({ items, forms = '[A]', objectives, levels, guidance }: Wanted, style: string) {
  const file = (name: string, text: string): PackFile => ({ path: name, name, text });
  const bank = items.map((name) => {
    const fields = `${objectives ? 'objectives: ao1\n' : ''}${levels && name === 'essay' ? 'levels: ten\n' : ''}`;
    const [head, ...rest] = ITEMS[name].trimEnd().split('\n\n');
    const guided = guidance ? '\n\n### Guidance\n\nBe kind.' : '';
    return [`${head}\n${fields}`, ...rest, ANSWERS[name]].join('\n') + guided;
  });
  const { report, documents } = layOutSource(
    [
      file('pack.md', PACK),
      file('items.md', `${bank.join('\n\n')}\n`),
      file(
        'papers/quiz.md',
        `---\ntitle: Quiz\nduration: 10\nseed: 1\nforms: ${forms}\nsections:\n  - title: All\n    items: [${items.join(', ')}]\n---\n`,
      ),
      ...(objectives ? [file('objectives.md', '## AO1\n\nKnow it.\n')] : []),
      ...(levels ? [file('levels.md', '## Ten\n\n- 6–10: Good.\n- 1–5: Fair.\n')] : []),
    ],
    { style, products: ['mark-scheme', 'exam-paper', 'marking-sheet'] },
  );
  expect(report.diagnostics).toEqual([]);
  return documents.find(({ draft }) => draft.job.product.name === 'mark-scheme')!.pages;
}

const saidBy = (laid: Laid): string => {
  const said = (marks: readonly Mark[]): string =>
    marks
      .map((mark) => (mark.kind === 'text' ? mark.text : mark.kind === 'group' ? said(mark.marks) : ''))
      .join(' ');
  return laid.pages.map(({ marks }) => said(marks)).join(' ');
};

/** The roles of headings and tables, in order. */
const rolesIn = (node: StructureNode): string[] => [
  ...(/^(H\d|Table)$/.test(node.role) ? [node.role] : []),
  ...node.children.flatMap((child) => ('role' in child ? rolesIn(child) : [])),
];

describe.each(['standard', 'large-print-18'])('the mark scheme of a paper, in %s', (style) => {
  const scheme = (wanted: Wanted) => schemeOf(wanted, style);

  it.each<Wanted>([
    { items: ['essay'] },
    { items: ['short'] },
    { items: ['short', 'essay'] },
    { items: ['essay'], forms: '[A, B]', objectives: true, levels: true },
    { items: ['short', 'essay'], forms: '[A, B]' },
  ])('has no short key where nothing has a short answer: %j', (wanted) => {
    const said = saidBy(scheme(wanted));
    expect(said).not.toContain('Short key');
    expect(said).toContain('The codes on named copies begin with');
    for (const name of wanted.items) expect(said).toContain(ANSWERS[name]);
  });

  it.each<Wanted>([{ items: ['tick'] }, { items: ['tick', 'essay'], forms: '[A, B]' }])(
    'has a short key where something has: %j',
    (wanted) => expect(saidBy(scheme(wanted))).toContain('Short key'),
  );

  it('has a heading for the guidance and for each table, and no others', () => {
    const tables = rolesIn(scheme({ items: ['essay'] }).structure);
    expect(tables).toEqual(['H1', 'H2', 'H2', 'Table']);
    const levels = rolesIn(scheme({ items: ['essay'], levels: true, objectives: true }).structure);
    expect(levels).toEqual(['H1', 'H2', 'H2', 'Table', 'H2', 'Table', 'H3', 'Table']);
  });

  it.each<Wanted>([
    { items: ['essay'], levels: true },
    { items: ['short', 'essay'], forms: '[A, B]', objectives: true, levels: true, guidance: true },
    { items: ['tick', 'short'], objectives: true },
  ])('has all tables on one grid: %j', (wanted) => expect(gridsOf(scheme(wanted))).toHaveLength(1));

  it('tells markers of levels, alternatives and choices only where there are some', () => {
    expect(saidBy(scheme({ items: ['essay'], levels: true }))).toContain('Where levels are given');
    expect(saidBy(scheme({ items: ['essay'] }))).not.toContain('Where levels are given');
    expect(saidBy(scheme({ items: ['short'] }))).not.toContain('Reject');
  });

  it('numbers levels from the bottom up, and begins with the highest', () => {
    const said = saidBy(scheme({ items: ['essay'], levels: true }));
    expect(said.search(/2\s+(Marks: 6–10\s+)?Good\./)).toBeGreaterThan(0);
    expect(said.search(/1\s+(Marks: 1–5\s+)?Fair\./)).toBeGreaterThan(said.indexOf('Good.'));
  });

  it('speaks of guidance only where there is some', () => {
    expect(saidBy(scheme({ items: ['short'] }))).not.toContain('Guidance');
    expect(saidBy(scheme({ items: ['short'], guidance: true }))).toContain('Guidance');
  });
});
