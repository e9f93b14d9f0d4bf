import type { Block, Heading, NoteReference } from '../../../blocks/block.ts';
import { headingNames } from '../../../blocks/heading-names.ts';
import { sourceTexts } from '../../../blocks/source-texts.ts';
import { append } from '../../../diagnostics/collections/append.ts';
import { documentContext } from '../../../layout/document-context.ts';
import type { ProductOut } from '../product-out.ts';
import { tag } from './markup.ts';
import { pageBlocks } from './page-blocks.ts';
import type { WebPageContext } from './web-page-context.ts';

/** The notes of a page, in order. */
interface PageNotes {
  add(content: () => string): number;
  /** All of them as a list, which leads back to where each is needed; empty if there are none. */
  markup(): string;
}

/** Starts the list of notes of a page. */
export function createPageNotes(): PageNotes {
  const notes: string[] = [];
  return {
    add(content) {
      const number = notes.push('');
      notes[number - 1] = content();
      return number;
    },
    markup: () => {
      if (notes.length === 0) return '';
      const items = notes.map((note, index) => {
        const back = { href: `#noteref${index + 1}`, role: 'doc-backlink' };
        return tag('li', { id: `note${index + 1}` }, `${note} ${tag('a', back, `↑ ${index + 1}`)}`);
      });
      return tag('hr') + tag('ol', { class: 'small' }, items.join('\n'));
    },
  };
}

/** Starts turning a document into markup. */
export function startPage(
  document: ProductOut,
  own: Pick<WebPageContext, 'sourceOf' | 'lose'> & {
    readonly linkTo?: (heading: Heading, id: string) => string;
    readonly addNote: (content: () => string) => number;
  },
): WebPageContext {
  const headingContext = documentContext(document.blocks);
  const ids = new Map([...headingContext.anchors].map(([heading, number]) => [heading, `heading${number}`]));
  const idOf = (heading: Heading) => ids.get(heading) ?? '';
  const sections = sectionsOf(document.blocks);
  let drawings = 0;
  return {
    document,
    levels: headingContext.levels,
    partLevels: headingContext.partLevels,
    headingContext,
    headings: headingNames([...ids.keys()]),
    idOf,
    linkTo: (heading) => own.linkTo?.(heading, idOf(heading)) ?? `#${idOf(heading)}`,
    sourceOf: own.sourceOf,
    addNote: (_: NoteReference, content) => own.addNote(content),
    mentions: (words) => mentionsOf(words, sections),
    lose: own.lose,
    markup: pageBlocks,
    nextId: () => `drawing${++drawings}`,
  };
}

/** The text under a heading, up to the next. */
interface Section {
  readonly heading: Heading;
  readonly text: string;
}

function sectionsOf(blocks: readonly Block[]): Section[] {
  const sections: { heading: Heading; texts: string[] }[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading') sections.push({ heading: block, texts: [] });
    const last = sections.at(-1);
    if (last && block.kind !== 'index') append(last.texts, sourceTexts([block]));
  }
  return sections.map(({ heading, texts }) => ({ heading, text: texts.join('\n') }));
}

/** A term in more sections than this is listed with those that name it most often, as in print. */
const MOST_SECTIONS = 6;
/** Longer names are mentioned nowhere. */
const LONGEST_TERM = 500;

function mentionsOf(words: readonly string[], sections: readonly Section[]): Heading[] {
  const sought = words.filter((word) => word.trim() !== '' && word.length < LONGEST_TERM);
  if (sought.length === 0) return [];
  const source = sought.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'gu');
  const found = sections.flatMap((section, place) => {
    const count = section.text.match(pattern)?.length ?? 0;
    return count > 0 ? [{ heading: section.heading, count, place }] : [];
  });
  return found
    .sort((one, other) => other.count - one.count || one.place - other.place)
    .slice(0, MOST_SECTIONS)
    .sort((one, other) => one.place - other.place)
    .map(({ heading }) => heading);
}
