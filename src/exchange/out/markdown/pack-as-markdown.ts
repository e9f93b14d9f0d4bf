import type { Entry } from '../../../content/entries/entry.ts';
import type { EntryKind } from '../../../content/kinds/entry-kind.ts';
import { ownValue } from '../../../diagnostics/collections/own-value.ts';
import { isPhraseKey } from '../../../words/phrases.ts';
import { phraseText } from '../../../words/say.ts';
import type { Loss } from '../../losses/loss.ts';
import type { FileOut, WriteOut } from '../format-out.ts';
import type { PackOut } from '../pack-out.ts';
import { entryAsText } from './entry-as-text.ts';
import { plainYaml } from './plain-yaml.ts';

/** The kinds in the order in which one would read them; all others come after them, in the order of the program’s own list. */
const READING_ORDER: readonly string[] = [
  'book',
  'books',
  'parts',
  'chapters',
  'timeline',
  'events',
  'characters',
  'people',
  'relations',
  'themes',
  'symbols',
  'context',
  'analysis',
  'quotations',
  'misquotations',
  'sources',
  'stimuli',
  'vocabulary',
  'practicals',
  'items',
];

/** Writes everything that is in a pack as one Markdown file, in the order in which one would read it. */
export const packAsMarkdown: WriteOut<PackOut> = (source): FileOut => {
  const losses: Loss[] = [];
  const { about, entries } = source.pack;
  const { title, author, lang, date } = about.fields;
  const front = [
    `title: ${plainYaml(title)}`,
    ...(author === undefined ? [] : [`author: ${plainYaml(author)}`]),
  ];
  const head = ['---', ...front, `lang: ${lang}`, `date: ${date}`, '---', '', `# ${title}`].join('\n');
  const sections = inReadingOrder(source.entryKinds).flatMap((kind) => {
    const all = ownValue(entries as Readonly<Record<string, readonly Entry[]>>, kind.name) ?? [];
    if (all.length === 0) return [];
    return [
      `## ${titleOf(kind, source)}`,
      ...all.map((entry) => entryAsText(entry, kind, 3, source, losses)),
    ];
  });
  const texts = [head, entryAsText(about, ABOUT, 1, source, losses), ...sections].filter(
    (text) => text !== '',
  );
  return { bytes: new TextEncoder().encode(`${texts.join('\n\n')}\n`), losses };
};

/** What is said of the pack as a whole: its fields are settings for printing, but for those at the head of the file. */
const ABOUT = undefined;

function inReadingOrder(kinds: readonly EntryKind[]): EntryKind[] {
  const placeOf = ({ name }: EntryKind) => {
    const place = READING_ORDER.indexOf(name);
    return place < 0 ? READING_ORDER.length : place;
  };
  return kinds.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** The heading above the entries of a kind: in the language of the pack if the program prints such a heading. */
const titleOf = ({ name }: EntryKind, { words }: PackOut): string => {
  const printed = isPhraseKey(name) ? phraseText(words, name) : '';
  return printed === '' || printed.includes('{') ? name.charAt(0).toUpperCase() + name.slice(1) : printed;
};
