import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { TABLES } from '../../../src/build/tables/tables.ts';
import { PACK_KIND } from '../../../src/content/kinds/pack-kind.ts';
import { describeForm } from '../../../src/studio/forms/describe-form.ts';
import { fieldsIn } from '../../../src/studio/forms/form-data.ts';
import { formHtml } from '../../../src/studio/forms/form-html.ts';

const KINDS = [PACK_KIND, ...TABLES.entryKinds];
const kindNamed = (name: string) => KINDS.find((kind) => kind.name === name)!;

const CHOICES = {
  chapters: [
    { value: '1', label: '1: The road' },
    { value: '1-2', label: 'Act 1, scene 2' },
  ],
  characters: [{ value: 'ada', label: 'Ada' }],
};

const form = (kind: string, text: string) => describeForm(kindNamed(kind), text, 0, CHOICES)!;

const field = (kind: string, text: string, name: string) => {
  const { parts, more } = form(kind, text);
  return fieldsIn([...parts, ...more]).find((one) => one.name === name)!;
};

describe('the form of an entry', () => {
  it('shows what is needed and what there is first, in the order of the schema', () => {
    const { parts, more, body, heading } = form('themes', '---\nname: A\nchapters: [1]\n---\n\nText.\n');
    expect(parts.map(({ label }) => label)).toEqual(['Name', 'In one sentence', 'Chapters']);
    expect(more.map(({ label }) => label)).toContain('See also');
    expect([heading, body]).toEqual([undefined, 'Text.']);
    const word = form('vocabulary', '## irony\n\nText.\n');
    expect(word.heading).toBe('irony');
    expect(word.more.map(({ label }) => label)).toContain('Short name');
  });

  it('lets one choose from the entries of the pack, and keeps what is not among them', () => {
    expect(field('themes', '---\nname: A\nchapters: [1.2, 9]\n---\n', 'chapters')).toMatchObject({
      help: 'Choose from this pack’s chapters.',
      input: {
        kind: 'choices',
        values: ['1.2', '9'],
        // As it is written in the file: 1.2 is the chapter 1-2.
        choices: [
          { value: '1', label: '1: The road' },
          { value: '1.2', label: 'Act 1, scene 2' },
          { value: '9', label: '9' },
        ],
      },
    });
    expect(field('quotations', '## a\nspeaker: ada\n\nText.\n', 'speaker').input).toMatchObject({
      kind: 'choice',
      value: 'ada',
    });
    expect(field('themes', '---\nname: A\n---\n', 'quotations').help).toBe(
      'This pack has no quotations yet.',
    );
  });

  it('shows words to choose from, numbers, dates, yes and no, lists and names with values', () => {
    const kindOf = (kind: string, name: string, value: string) =>
      field(kind, `---\n${name}: ${value}\n---\n`, name).input.kind;
    expect(kindOf('items', 'kind', 'cloze')).toBe('choice');
    expect(kindOf('items', 'marks', '4')).toBe('number');
    expect(kindOf('items', 'bank', 'true')).toBe('choice');
    expect(field('items', '---\nbank: true\n---\n', 'bank').input).toMatchObject({ value: 'yes' });
    expect(kindOf('items', 'tags', 'easy')).toBe('list');
    expect(kindOf('pack', 'start', '2026-11-01')).toBe('date');
    // Browsers show no date that there isn't.
    expect(kindOf('pack', 'start', '2026-02-31')).toBe('line');
    expect(kindOf('papers', 'weights', '{ ao1: 60, ao2: 40 }')).toBe('pairs');
    expect(kindOf('items', 'objectives', 'ao1')).toBe('line');
    expect(kindOf('items', 'objectives', '[ao1, ao2]')).toBe('list');
    expect(kindOf('items', 'objectives', '{ ao1: 1, ao2: 2 }')).toBe('pairs');
    expect(kindOf('pack', 'words', '{ chapter: { one: Stave } }')).toBe('written');
    expect(kindOf('themes', 'name', '[a]')).toBe('written');
    expect(field('papers', '---\nsections:\n  - title: A\n---\n', 'sections.1.title').isNeeded).toBe(false);
    expect(field('papers', '---\nsections:\n  - title: A\n---\n', 'sections.0.title').isNeeded).toBe(true);
  });

  it('says nothing that only an engineer understands', () => {
    for (const kind of KINDS) {
      const { parts, more, bodyHelp, sections } = describeForm(kind, '---\n---\n\nText.\n', 0, CHOICES)!;
      expect(sections.map(({ heading }) => heading)).toEqual(kind.sections);
      const text = { label: 'Text', help: bodyHelp };
      for (const { label, help } of [text, ...fieldsIn([...parts, ...more])]) {
        // Nor what is only written in a file.
        expect(label + help).not.toMatch(/[#`*_]|^- |---/);
        expect(label).toMatch(/^[A-Z0-9][^-_]*$/);
        expect(help).not.toMatch(/\bids?\b|YAML|schema|\[x\]|undefined|\{/);
      }
    }
  });
});

type Node = DefaultTreeAdapterMap['childNode'];

const elements = (nodes: readonly Node[]): { tag: string; attributes: Map<string, string> }[] =>
  nodes.flatMap((node) =>
    'tagName' in node
      ? [
          { tag: node.tagName, attributes: new Map(node.attrs.map(({ name, value }) => [name, value])) },
          ...elements(node.childNodes),
        ]
      : [],
  );

describe('the HTML of a form', () => {
  it.each(KINDS.map(({ name }) => name))('names every input of %s, and uses no id twice', (name) => {
    const problems = new Map([['chapters', 'there is no “9”']]);
    const text = '---\nchapters: [9]\nsections:\n  - title: <b>A</b>\n---\n\nText.\n';
    const html = String(formHtml(form(name, text), problems));
    const all = elements(parseFragment(html).childNodes);
    const ids = all.flatMap(({ attributes }) => attributes.get('id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const labelled = new Set(
      all.flatMap(({ tag, attributes }) => (tag === 'label' ? attributes.get('for')! : [])),
    );
    for (const { tag, attributes } of all)
      if (['input', 'select', 'textarea'].includes(tag))
        expect(labelled.has(attributes.get('id')!) || attributes.has('aria-label')).toBe(true);
    for (const { attributes } of all)
      for (const id of attributes.get('aria-describedby')?.split(' ') ?? []) expect(ids).toContain(id);
    expect(all.some(({ tag }) => tag === 'b')).toBe(false);
    expect(html.includes('There is no “9”.')).toBe(
      fieldsIn(partsOf(name)).some((one) => one.name === 'chapters'),
    );
  });

  const partsOf = (name: string) => {
    const { parts, more } = form(name, '---\n---\n');
    return [...parts, ...more];
  };
});
