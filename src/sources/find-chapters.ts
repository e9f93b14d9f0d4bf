import { slug } from '../content/entry.ts';
import { chapterNumber } from './chapter-number.ts';
import type { SourceBlock, SourceChapter, WantedChapters } from './source-text.ts';

/** A heading that opens a chapter, or that closes one without opening another (“Acknowledgements”). */
interface Opening {
  readonly index: number;
  readonly title: string;
  readonly number?: number;
  readonly opens: boolean;
}

/** Fewer words than this below a heading are the line of a table of contents. */
const EMPTY = 12;

/**
 * Divides a text at the headings of its chapters. Of the ways in which texts mark them, the first that is found counts:
 * an EPUB’s table of contents, numbered headings, lines “Chapter 1”, the pack’s own titles, headings of one level, and
 * numbers that stand alone and count from one.
 * @returns none if the text has no chapters
 */
export function findChapters(blocks: readonly SourceBlock[], wanted: WantedChapters): SourceChapter[] {
  for (const style of STYLES) {
    const openings = withoutContents(style(blocks, wanted), blocks);
    if (openings.filter(({ opens }) => opens).length > 0) return divide(blocks, openings, wanted);
  }
  return [];
}

type Style = (blocks: readonly SourceBlock[], wanted: WantedChapters) => Opening[];

const numbered = (blocks: readonly SourceBlock[], unit: string, is: (block: SourceBlock) => boolean) =>
  blocks.flatMap((block, index): (Opening & { sort: string })[] => {
    const found = is(block) ? chapterNumber(block.text, unit) : undefined;
    return found ? [{ index, title: block.text, number: found.number, sort: found.sort, opens: true }] : [];
  });

/** Other headings that end a chapter: those of the same level or a higher one. */
function withClosings(openings: Opening[], blocks: readonly SourceBlock[]): Opening[] {
  if (openings.length === 0) return [];
  const level = Math.max(...openings.map(({ index }) => blocks[index]!.heading ?? 0));
  const closings = blocks.flatMap(({ heading, text }, index) =>
    heading !== undefined && heading <= level && !openings.some((opening) => opening.index === index)
      ? [{ index, title: text, opens: false }]
      : [],
  );
  return [...openings, ...closings].sort((a, b) => a.index - b.index);
}

const isTitleOf = (text: string, { chapters }: WantedChapters) =>
  chapters.some(({ id, title }) => [slug(title), id].includes(slug(text)));

/** What stands before, between and behind the chapters of a book. */
const MATTER =
  /^(?:cover|title|half.?title|copyright|(?:table of )?contents|dedication|epigraph|acknowledge?ments?|about the|also by|praise|preface|foreword|introduction|afterword|notes?|index|bibliography|part|book|volume)\b/i;

const STYLES: readonly Style[] = [
  (blocks, { unit }) =>
    withClosings(
      numbered(blocks, unit, ({ heading }) => heading === 0),
      blocks,
    ),
  (blocks, { unit }) => {
    const found = numbered(blocks, unit, ({ heading }) => (heading ?? 0) > 0);
    return withClosings(found, blocks);
  },
  (blocks, { unit }) =>
    numbered(blocks, unit, ({ heading }) => heading === undefined).filter(({ sort }) => sort === 'named'),
  (blocks, wanted) => {
    const found = blocks.flatMap(({ heading, text }, index) =>
      heading !== undefined && isTitleOf(text, wanted) ? [{ index, title: text, opens: true }] : [],
    );
    return withClosings(found, blocks);
  },
  (blocks, { chapters }) => {
    for (let level = 0; level <= 6; level++) {
      const found = blocks.flatMap(({ heading, text }, index) =>
        heading === level ? [{ index, title: text, opens: !MATTER.test(text) }] : [],
      );
      const count = found.filter(({ opens }) => opens).length;
      // Titles that the pack does not know are its chapters only if there are as many.
      if (chapters.length === 0 ? count > 1 : count === chapters.length) return found;
    }
    return [];
  },
  (blocks, { unit, chapters }) => {
    const alone = numbered(blocks, unit, ({ heading }) => heading === undefined).filter(
      ({ sort }) => sort === 'bare',
    );
    const counted: Opening[] = [];
    for (const opening of alone) if (opening.number === counted.length + 1) counted.push(opening);
    // Many more than the pack has chapters are the numbers of pages.
    const many = chapters.length > 0 && counted.length > 2 * chapters.length;
    return counted.length > 1 && !many ? counted : [];
  },
];

/** Without the lines of a table of contents: headings with no text below that come again later. */
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
      wordsBelow(position) >= EMPTY ||
      !openings
        .slice(position + 1)
        .some((later) => (number === undefined ? later.title === title : later.number === number)),
  );
}

function divide(
  blocks: readonly SourceBlock[],
  openings: readonly Opening[],
  { chapters: wanted }: WantedChapters,
): SourceChapter[] {
  const opening = openings.filter(({ opens }) => opens);
  // Where each part of a book begins again at one, chapters are counted through.
  const restarts = opening.some(
    ({ number = 0 }, index) => index > 0 && number <= (opening[index - 1]!.number ?? 0),
  );
  const inOrder =
    restarts || (opening.every(({ number }) => number === undefined) && opening.length === wanted.length);
  const idOf = ({ title, number }: Opening, order: number) =>
    wanted.find(({ id, title: own }) => slug(own) === slug(title) || id === slug(title))?.id ??
    (inOrder
      ? (wanted[order]?.id ?? String(order + 1))
      : number === undefined
        ? slug(title)
        : String(number));
  const textsOf = (from: number, to: number) =>
    blocks.slice(from, to).flatMap(({ text, heading }) => (heading === 0 ? [] : [text]));
  const front = textsOf(0, openings[0]!.index);
  return [
    ...(front.length > 0 ? [{ title: 'before the first chapter', paragraphs: front }] : []),
    ...openings.map((here, index): SourceChapter => {
      const below = textsOf(here.index + 1, openings[index + 1]?.index ?? blocks.length);
      const paragraphs = isTitle(below) ? below.slice(1) : below;
      const order = opening.indexOf(here);
      return { ...(here.opens && { id: idOf(here, order) }), title: here.title.trim(), paragraphs };
    }),
  ];
}

/** Whether a chapter’s first paragraph is its title on a line of its own. */
const isTitle = ([first = '', second]: readonly string[]) =>
  second !== undefined && first.split(/\s+/).length <= LONGEST_TITLE && /[\p{L}\p{N}]$/u.test(first);

const LONGEST_TITLE = 10;
