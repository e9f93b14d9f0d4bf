import { largest } from '../../diagnostics/collections/largest.ts';
import { slug } from '../entries/entry.ts';
import { chapterNumber } from './chapter-number.ts';
import { chapterText } from './chapter-text.ts';
import { chapterTitled } from './chapter-titled.ts';
import { divisionNumber } from './division-number.ts';
import { matchHeadings } from './match-headings.ts';
import { headingWords, type PackChapters, type SourceBlock, type SourceChapter } from './source-text.ts';
import { titleIn } from './title-in.ts';

/** The chapters of a text. `unmatched` says why they cannot be matched with those of the pack, if so. */
export interface FoundChapters {
  readonly chapters: readonly SourceChapter[];
  readonly unmatched?: string;
}

/** A heading that opens a chapter, or that ends one without opening another (“Acknowledgements”). */
interface Opening {
  readonly index: number;
  readonly title: string;
  readonly number?: number;
  readonly opens: boolean;
}

/** With fewer words than this below it, a heading is a line in a table of contents. */
const FEWEST_WORDS = 12;

/**
 * Divides a text at the headings of its chapters. Texts mark them in different ways, and the first that works is used:
 * headings that cover all of the pack’s titles, an EPUB’s table of contents, numbered headings, lines “Chapter 1”, some
 * of the pack’s titles, headings of one level, numbers on lines of their own that count from one, and lines that cover
 * all titles.
 * @returns no chapters if the text has none
 */
export function findChapters(blocks: readonly SourceBlock[], pack: PackChapters): FoundChapters {
  for (const style of HEADING_FINDERS) {
    const openings = withoutContents(style(blocks, pack), blocks);
    if (openings.filter(({ opens }) => opens).length > 0) return divide(blocks, openings, pack);
  }
  return { chapters: [] };
}

type HeadingFinder = (blocks: readonly SourceBlock[], pack: PackChapters) => Opening[];

const numbered = (
  blocks: readonly SourceBlock[],
  pack: PackChapters,
  accepts: (block: SourceBlock) => boolean,
) =>
  blocks.flatMap((block, index): (Opening & { sort: string })[] => {
    const found = accepts(block) ? chapterNumber(block.text, headingWords(pack)) : undefined;
    return found ? [{ index, title: block.text, number: found.number, sort: found.form, opens: true }] : [];
  });

/** Adds the other headings that end a chapter: those of the same level or a higher one. */
function withClosings(openings: Opening[], blocks: readonly SourceBlock[]): Opening[] {
  if (openings.length === 0) return [];
  const level = largest(openings.map(({ index }) => blocks[index]!.heading ?? 0));
  // In a table of contents, lines nested below a chapter’s line are within the chapter.
  const depth = largest(openings.map(({ index }) => blocks[index]!.depth ?? 0));
  const closings = blocks.flatMap(({ heading, text, depth: ownDepth = 0 }, index) =>
    heading !== undefined &&
    heading <= level &&
    (ownDepth <= depth || heading > 0) &&
    !openings.some((opening) => opening.index === index)
      ? [{ index, title: text, opens: false }]
      : [],
  );
  return [...openings, ...closings].sort((a, b) => a.index - b.index);
}

/** Headings found before, between and after the chapters of a book. */
const FRONT_OR_BACK_MATTER =
  /^(?:cover|title|half.?title|copyright|(?:table of )?contents|dedication|epigraph|acknowledge?ments?|about the|also by|praise|preface|foreword|introduction|afterword|(?:end)?notes?|index|bibliography|imprint|colophon|uncopyright|transcriber|part|book|volume)\b/i;

/** Finds the headings that are titles or ids of the pack’s chapters, if every chapter has one. */
function allTitles(
  blocks: readonly SourceBlock[],
  pack: PackChapters,
  accepts: (block: SourceBlock) => boolean,
): Opening[] {
  const { chapters } = pack;
  const idOf = new Map([
    ...chapters.map(({ id }) => [id, id] as const),
    ...chapters.map(({ id, title }) => [slug(title), id] as const),
  ]);
  const found = blocks.flatMap((block, index): (Opening & { id: string })[] => {
    const id =
      block.text.length <= LONGEST_HEADING && accepts(block)
        ? (idOf.get(slug(block.text)) ?? idOf.get(slug(titleIn(block.text))))
        : undefined;
    return id === undefined ? [] : [{ index, title: block.text, opens: true, id }];
  });
  // Ids such as 1-5 are headings only where the user put them there on purpose, so a few of them are enough.
  const areGiven =
    chapters.every(({ id }) => /\d/.test(id) && !/^\d+$/.test(id)) &&
    found.every(({ id, title }) => slug(title) === id);
  if (areGiven) return found;
  const isWhole = chapters.length > 1 && new Set(found.map(({ id }) => id)).size === chapters.length;
  // Numbered headings are found by their numbers, including those of chapters that the pack leaves out.
  const isNumbered = found.every(({ title }) => chapterNumber(title, headingWords(pack)) !== undefined);
  return isWhole && !isNumbered ? found : [];
}

/** In characters. */
const LONGEST_HEADING = 90;

const HEADING_FINDERS: readonly HeadingFinder[] = [
  (blocks, pack) =>
    withClosings(
      allTitles(blocks, pack, ({ heading }) => heading !== undefined),
      blocks,
    ),
  (blocks, pack) =>
    withClosings(
      numbered(blocks, pack, ({ heading }) => heading === 0),
      blocks,
    ),
  (blocks, pack) => {
    const found = numbered(blocks, pack, ({ heading }) => (heading ?? 0) > 0);
    return withClosings(found, blocks);
  },
  (blocks, pack) =>
    numbered(blocks, pack, ({ heading }) => heading === undefined).filter(({ sort }) => sort === 'named'),
  (blocks, pack) => {
    const found = blocks.flatMap(({ heading, text }, index) =>
      heading !== undefined && chapterTitled(text, pack) !== undefined
        ? [{ index, title: text, opens: true }]
        : [],
    );
    return withClosings(found, blocks);
  },
  (blocks, { chapters }) => {
    for (let level = 0; level <= 6; level++) {
      const found = blocks.flatMap(({ heading, text }, index) =>
        heading === level ? [{ index, title: text, opens: !FRONT_OR_BACK_MATTER.test(text) }] : [],
      );
      const count = found.filter(({ opens }) => opens).length;
      // Titles unknown to the pack count as its chapters only if there are equally many.
      if (chapters.length === 0 ? count > 1 : count === chapters.length) return found;
    }
    return [];
  },
  (blocks, pack) => {
    const { chapters } = pack;
    const alone = numbered(blocks, pack, ({ heading }) => heading === undefined).filter(
      ({ sort }) => sort === 'bare',
    );
    const counted: Opening[] = [];
    for (const opening of alone) if (opening.number === counted.length + 1) counted.push(opening);
    // If there are far more than the pack has chapters, they are page numbers.
    const many = chapters.length > 0 && counted.length > 2 * chapters.length;
    return counted.length > 1 && !many ? counted : [];
  },
  (blocks, pack) => allTitles(blocks, pack, ({ heading }) => heading === undefined),
];

/** Removes the lines of a table of contents: headings with no text below them that come again later. */
function withoutContents(openings: readonly Opening[], blocks: readonly SourceBlock[]): Opening[] {
  const wordsBelow = (position: number) => {
    const { index } = openings[position]!;
    const end = openings[position + 1]?.index ?? blocks.length;
    const texts = blocks.slice(index + 1, end).map(({ text }) => text);
    return texts.join(' ').split(/\s+/).filter(Boolean).length;
  };
  return openings.filter(
    ({ opens, number, title }, position) =>
      !opens ||
      wordsBelow(position) >= FEWEST_WORDS ||
      !openings
        .slice(position + 1)
        .some((later) =>
          number === undefined ? slug(later.title) === slug(title) : later.number === number,
        ),
  );
}

function divide(
  blocks: readonly SourceBlock[],
  openings: readonly Opening[],
  pack: PackChapters,
): FoundChapters {
  const opening = openings.filter(({ opens }) => opens);
  const divisions = divisionsIn(blocks);
  // A heading may name its act itself: “Act I, scene 5”.
  const heads = opening.map((head) => {
    const last = divisions.findLast(({ index }) => index <= head.index);
    return { ...head, ...(last && { division: last.division }) };
  });
  const { ids, unmatched } = matchHeadings(heads, pack);
  const idOf = (here: Opening) => {
    if (here.opens) return ids[opening.indexOf(here)]!;
    // A prologue, or a letter before the first chapter, may have its own title in the pack.
    const id = chapterTitled(here.title, pack);
    return id === undefined || ids.includes(id) ? undefined : id;
  };
  const textsOf = (from: number, to: number) => blocks.slice(from, to).filter(({ heading }) => heading !== 0);
  const front = textsOf(0, openings[0]!.index);
  const chapters = [
    ...(front.length > 0
      ? [{ title: 'before the first chapter', ...chapterText(front), isMatter: true as const }]
      : []),
    ...openings.map((here, index): SourceChapter => {
      const below = textsOf(here.index + 1, openings[index + 1]?.index ?? blocks.length);
      const texts = isTitle(below) ? below.slice(1) : below;
      const id = unmatched === undefined ? idOf(here) : undefined;
      return {
        ...(id !== undefined && { id }),
        ...(id === undefined &&
          !here.opens &&
          FRONT_OR_BACK_MATTER.test(here.title) && { isMatter: true as const }),
        title: here.title.trim(),
        ...chapterText(texts),
      };
    }),
  ];
  return { chapters, ...(unmatched !== undefined && { unmatched }) };
}

/** Finds the lines that name an act or part, with its number. */
const divisionsIn = (blocks: readonly SourceBlock[]) =>
  blocks.flatMap(({ text }, index) => {
    const division = text.length > LONGEST_HEADING ? undefined : divisionNumber(text);
    return division === undefined ? [] : [{ index, division }];
  });

/** Whether a chapter’s first paragraph is its title, on a line of its own. */
const isTitle = ([first, second]: readonly SourceBlock[]) =>
  first !== undefined &&
  second !== undefined &&
  first.voice === undefined &&
  first.text.split(/\s+/).length <= LONGEST_TITLE &&
  /[\p{L}\p{N}]$/u.test(first.text);

const LONGEST_TITLE = 10;
