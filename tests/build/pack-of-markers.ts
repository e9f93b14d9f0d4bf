import * as z from 'zod';
import { type PaperField, paperFields } from '../../src/build/ledger/paper-fields.ts';
import { TABLES } from '../../src/build/tables/tables.ts';
import { type EntryKind, referredKinds } from '../../src/content/kinds/entry-kind.ts';
import { PACK_KIND } from '../../src/content/kinds/pack-kind.ts';
import { exampleOf } from '../../src/diagnostics/field-schema.ts';

/** Words that nobody writes, each in one place of a pack. */
export interface PackOfMarkers {
  readonly files: Readonly<Record<string, string>>;
  readonly markers: readonly string[];
}

/** The ids of the two entries of a kind. People and characters make files of the same names. */
const idsOf = (kind: string) =>
  ['one', 'two'].map((id) => (WITH_FILES.includes(kind) ? `${kind}-${id}` : id));
const WITH_FILES = ['characters', 'people', 'worksheets'];

/** What items of each kind of question say. Every kind has to be here. */
const BODIES: Readonly<Record<string, (word: () => string) => string>> = {
  short: (word) => word(),
  extended: (word) => word(),
  'multiple-choice': (word) => `- [x] ${word()}\n- ${word()}\n- ${word()}\n\n${word()}`,
  'true-false': (word) => `- [x] ${word()}\n- [ ] ${word()}\n\n${word()}`,
  matching: (word) => `- ${word()} = ${word()}\n- ${word()} = ${word()}\n\n${word()}`,
  ordering: (word) => `1. ${word()}\n2. ${word()}\n3. ${word()}\n\n${word()}`,
  cloze: (word) => `${word()} [[${word()}]] ${word()} [[${word()}]]`,
  table: (word) => `| ${word()} | ${word()} |\n|--|--|\n| ${word()} | [[${word()}]] |`,
  labelling: (word) => `- A = ${word()}\n- B = ${word()}`,
  identify: (word) => word(),
  parts: (word) =>
    `### (a) ${word()}\nkind: short\nmarks: 1\nobjectives: [one]\nextend: ${word()}\n\n${word()}\n\n#### Accept\n\n${word()}\n\n#### Extension\n\n${word()}\n\n### (b) ${word()}\nkind: short\nmarks: 1\nobjectives: [one]\n\n${word()}`,
};

/** The sections of an item that kinds of question may have. */
const ITEM_PARTS: Readonly<Record<string, readonly string[]>> = {
  short: ['Task', 'Accept', 'Reject', 'Guidance'],
  extended: ['Task', 'Guidance', 'Indicative content'],
};

/** Values that are neither text for paper nor to be had from the schema. */
const GIVEN: Readonly<Record<string, string>> = {
  'themes.mark': '●',
  'events.date': '5 December 1955',
  'relations.between': '[characters-one, characters-two]',
  'characters.role': 'main',
  'people.handout': 'yes',
  'quotations.speaker': 'characters-one',
  'quotations.provenance': 'source',
  'misquotations.fault': 'reworded',
  'misquotations.instead': 'one',
  'worksheets.items': '[theme-short]',
  'schedule.chapters': '[one]',
};

/**
 * Makes a pack with two entries of every kind there is, and of every kind of question, with a word of its own in each text that is for paper.
 * @param has whether a field that may be left out is there, by its path: `themes.claim`
 */
export function packOfMarkers(has: (path: string) => boolean): PackOfMarkers {
  const markers: string[] = [];
  const word = () => {
    const letters = [...String(markers.length).padStart(3, '0')].map(
      (digit) => ['b', 'd', 'f', 'g', 'k', 'm', 'p', 'r', 't', 'v'][Number(digit)],
    );
    const marker = `marker${letters.join('o')}`;
    markers.push(marker);
    return marker;
  };
  const files: Record<string, string> = {};
  for (const kind of [PACK_KIND, ...TABLES.entryKinds] as readonly EntryKind[]) {
    if (kind.name === 'items') files['items.md'] = items(kind, word, has);
    else if (kind.holds === 'one') files[`${kind.name}.md`] = entryFile(kind, word, has);
    else if (kind.sections.length > 0 || kind.name === 'papers' || kind.name === 'worksheets')
      for (const id of idsOf(kind.name)) files[`${kind.name}/${id}.md`] = entryFile(kind, word, has);
    else
      files[`${kind.name}.md`] = idsOf(kind.name)
        .map((id) => collected(kind, id, word, has))
        .join('\n\n');
  }
  return { files, markers };
}

type Word = () => string;
type Has = (path: string) => boolean;

function entryFile(kind: EntryKind, word: Word, has: Has): string {
  const sections = kind.sections.filter(
    (name) => kind.neededSections?.includes(name) || has(`${kind.name}.${name}`),
  );
  const front = `---\n${fields(kind, word, has)}---\n`;
  if (kind.name === 'papers') return front;
  return [front, word(), ...sections.flatMap((name) => [`## ${name}`, word()])].join('\n\n');
}

const collected = (kind: EntryKind, id: string, word: Word, has: Has) =>
  `## ${kind.headingIsData === undefined ? word() : id}\nid: ${id}\n${fields(kind, word, has, ['name', 'title'])}\n${bodyOf(kind, word)}`;

const bodyOf = ({ name }: EntryKind, word: Word) =>
  name === 'levels' ? `- 1–2: ${word()}\n- 3–4: ${word()}` : word();

/** @param left fields that the heading of an entry gives */
function fields(kind: EntryKind, word: Word, has: Has, left: readonly string[] = []): string {
  const paper = paperFields(kind.fields.shape);
  return Object.entries(kind.fields.shape)
    .map(([name, schema]) => {
      const path = `${kind.name}.${name}`;
      const needed = !z.safeParse(schema, undefined).success || path === 'quotations.source';
      const given = GIVEN[path];
      const field = paper.get(name);
      if (path === 'papers.sections')
        return `sections: [{ title: ${word()}, instructions: ${word()}, items: [${paperItems()}] }]\n`;
      if (left.includes(name)) return '';
      if (given !== undefined) return `${name}: ${given}\n`;
      if (field !== undefined && name !== 'zoom')
        return needed || has(path) ? `${name}: ${textFor(field, word)}\n` : '';
      if (!needed) return '';
      return `${name}: ${valueFor(schema as z.ZodType)}\n`;
    })
    .join('');
}

/** Kinds of question, and questions in parts, which name no kind. */
const QUESTIONS = [...TABLES.questionKinds.map(({ name }) => name), 'parts'];

const paperItems = () => QUESTIONS.map((name) => `paper-${name}`).join(', ');

const textFor = (field: PaperField, word: Word): string =>
  field === 'text' ? word() : 'each' in field ? `[${textFor(field.each, word)}]` : '{}';

function valueFor(schema: z.ZodType): string {
  const [kind] = referredKinds(schema) ?? [];
  if (kind === undefined) return exampleOf(schema) ?? '2';
  const [id] = idsOf(kind);
  return schema instanceof z.ZodString ? id! : `[${id}]`;
}

/** Fields that say something else of the text, so that they cannot hold any word. */
const SPECIAL = new Set(['stem', 'gaps', 'choose']);

function items(kind: EntryKind, word: Word, has: Has): string {
  return QUESTIONS.flatMap((name) => ['theme', 'paper'].map((where) => ({ name, where })))
    .map(({ name, where }) => {
      const texts = [...paperFields(kind.fields.shape)].flatMap(([field, paper]) =>
        !SPECIAL.has(field) && (name !== 'parts' || field === 'words') && has(`items.${name}.${field}`)
          ? [`${field}: ${textFor(paper, word)}\n`]
          : [],
      );
      const own = [
        `id: ${where}-${name}\n`,
        name === 'parts' ? '' : `kind: ${name}\n`,
        name === 'parts' ? '' : 'marks: 2\nobjectives: [one]\n',
        where === 'theme' ? 'themes: [one]\n' : '',
        name === 'identify' ? 'quotation: one\n' : '',
        ...texts,
      ];
      const extended = texts.some((text) => text.startsWith('extend:')) ? ['### Extension', word()] : [];
      const sections = (ITEM_PARTS[name] ?? []).flatMap((section) => [`### ${section}`, word()]);
      return `## ${word()}\n${own.join('')}\n${[BODIES[name]!(word), ...extended, ...sections].join('\n\n')}`;
    })
    .join('\n\n');
}
