/** Far more than any book: the complete works of Shakespeare have about 900,000 words. */
const MOST_WORDS = 1_200_000;
const MOST_PARAGRAPHS = 200_000;
const MOST_HEADINGS = 10_000;
/** Of elements within elements, on a page of an EPUB: far more than any book has. */
const DEEPEST_NESTING = 400;
/** A book whose every word has an id for reading aloud has a few hundred thousand. */
const MOST_ATTRIBUTES = 1_000_000;

/** Counts what is read of a text, so that one that was made to fill the memory is refused while it is read. */
export interface SourceRoom {
  /** Counts a paragraph or heading. */
  take(text: string, isHeading: boolean): void;
  /** Counts an attribute of an element. */
  attribute(): void;
  /** Notes how deep an element is nested. */
  nest(depth: number): void;
  /** Gives the limit that the text is over. */
  over(): string | undefined;
}

/** Makes room for all the files of one text. */
export function createSourceRoom(): SourceRoom {
  let [words, paragraphs, headings, attributes, deepest] = [0, 0, 0, 0, 0];
  return {
    take(text, isHeading) {
      paragraphs++;
      if (isHeading) headings++;
      // Each word may begin only where another has ended, so one pass is enough.
      const pattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’ʼ‐‑-]*/gu;
      while (words <= MOST_WORDS && pattern.test(text)) words++;
    },
    attribute() {
      attributes++;
    },
    nest(depth) {
      deepest = Math.max(deepest, depth);
    },
    over() {
      if (words > MOST_WORDS)
        return `This text has more than ${inDigits(MOST_WORDS)} words, which is the limit.`;
      if (paragraphs > MOST_PARAGRAPHS)
        return `This text has more than ${inDigits(MOST_PARAGRAPHS)} paragraphs, which is the limit.`;
      if (headings > MOST_HEADINGS)
        return `This text has more than ${inDigits(MOST_HEADINGS)} headings, which is the limit.`;
      if (attributes > MOST_ATTRIBUTES)
        return `The elements of this EPUB have more than ${inDigits(MOST_ATTRIBUTES)} attributes, which is the limit.`;
      return deepest > DEEPEST_NESTING
        ? `A page of this EPUB has more than ${inDigits(DEEPEST_NESTING)} elements within one another, which is the limit.`
        : undefined;
    },
  };
}

const inDigits = (count: number) => count.toLocaleString('en-GB');
