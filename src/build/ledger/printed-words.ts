import { append } from '../../diagnostics/collections/append.ts';
import type { Laid, StructureNode } from '../../pages/laid.ts';
import { textsOfMarks } from './texts-of-marks.ts';
import { rawWords, settledWords, wordTokens } from './word-tokens.ts';

/** The words of finished pages. */
export interface PrintedWords {
  /** Whether a word, one of `rawWords`, is on a page in one piece. */
  shows(word: string): boolean;
  /** Whether a word is on a page, perhaps broken between lines, or in letters of several fonts: slower. */
  has(word: string): boolean;
  /** Whether a few words stand next to each other on a page, as they do in a text. */
  hasTogether(text: string): boolean;
}

/** A word this long is looked for in what all pages say without spaces, since it may be broken more than once. */
const LONG = 16;
/** The number of marks that one word may be made of: letters of other fonts, bold ones, a part on the next line. */
const MOST_PIECES = 8;
const ENDS_IN_HYPHEN = /[-\u2010\u00AD]$/;

/**
 * Collects the words that pages show, or say to those who listen to them: texts, descriptions of pictures, addresses of links.
 * @param titles what else finished files say: their titles
 */
export function printedWords(documents: readonly Laid[], titles: readonly string[]): PrintedWords {
  const settled = new Set<string>();
  const seen = new Set<string>(titles);
  const known = collectWords(documents, seen, settled);
  let joined: Set<string> | undefined;
  let whole: string | undefined;
  const wholeText = () => {
    whole ??= documents
      .map(({ pages }) => withoutSpaces(pages.flatMap(({ marks }) => textsOfMarks(marks))))
      .join(' ');
    return whole;
  };
  const holds = (word: string) => {
    if (settled.has(word)) return true;
    joined ??= joinedWords(documents);
    return joined.has(word) || (word.length >= LONG && wholeText().includes(word));
  };
  return {
    shows: (word) => known.has(word) || settledWords(word).every((one) => settled.has(one)),
    has: (word) => known.has(word) || settledWords(word).every(holds),
    hasTogether: (text) =>
      [...seen].some((shown) => shown.includes(text)) || wholeText().includes(withoutSpaces([text])),
  };
}

/**
 * @param seen gets the texts of the pages, besides those that it has
 * @param settled gets their words as they compare with others
 * @returns the words as they stand on the pages
 */
function collectWords(
  documents: readonly Laid[],
  seen: Set<string>,
  settled: Set<string>,
): ReadonlySet<string> {
  const known = new Set<string>();
  const read = (text: string) => {
    for (const word of rawWords(text))
      if (!known.has(word)) {
        known.add(word);
        for (const one of settledWords(word)) settled.add(one);
      }
  };
  const note = (text: string) => {
    if (seen.has(text)) return;
    seen.add(text);
    read(text);
  };
  for (const title of seen) read(title);
  for (const { pages, structure } of documents) {
    let before = '';
    for (const { marks } of pages)
      for (const text of textsOfMarks(marks)) {
        note(text);
        if (ENDS_IN_HYPHEN.test(before)) note(pieceBefore(before) + pieceAfter(text));
        before = text;
      }
    for (const text of spokenTexts(structure)) note(text);
  }
  return known;
}

const withoutSpaces = (texts: readonly string[]) => wordTokens(texts.join(' ')).join('');

const pieceBefore = (text: string) => text.slice(text.lastIndexOf(' ') + 1).replace(ENDS_IN_HYPHEN, '');
const pieceAfter = (text: string) => text.split(' ', 1)[0]!;

/** Words that are made of the end of a mark and of those that follow it. */
function joinedWords(documents: readonly Laid[]): Set<string> {
  const found = new Set<string>();
  for (const { pages } of documents)
    for (const { marks } of pages) {
      const texts = textsOfMarks(marks);
      for (const [index, text] of texts.entries()) {
        let word = pieceBefore(text);
        for (const next of texts.slice(index + 1, index + MOST_PIECES)) {
          word += pieceAfter(next);
          for (const one of wordTokens(word)) found.add(one);
          if (next.includes(' ')) break;
          word = word.replace(ENDS_IN_HYPHEN, '');
        }
      }
    }
  return found;
}

/** What is read out in place of what is seen. */
function spokenTexts({ children, alt, actualText }: StructureNode): string[] {
  const texts = [alt, actualText].filter((text) => text !== undefined);
  for (const child of children) if (!('slot' in child)) append(texts, spokenTexts(child));
  return texts;
}
