import { describe, expect, it } from 'vitest';
import { prepareText, splitWords } from '../../../src/content/checks/split-words.ts';
import { book, judge } from './support.ts';

/** The same numbers from 0 to 1 on every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const next = numbers(5);
const upTo = (most: number) => Math.floor(next() * most);
const one = <T>(list: readonly T[]): T => list[upTo(list.length)]!;

const keysOf = (text: string) =>
  splitWords(prepareText(text))
    .map(({ key }) => key)
    .join(' ');
const chapters = book.chapters.filter(({ id }) => id !== undefined);
const whole = ` ${chapters.map(({ paragraphs }) => keysOf(paragraphs.join('\n'))).join(' ')} `;
const vocabulary = [...new Set(whole.trim().split(' '))].filter((word) => word.length > 1);

/** A stretch of a paragraph, as its words stand there, with its marks. */
function extract(): { chapter: string; words: string[] } {
  for (;;) {
    const chapter = one(chapters);
    const words = one(chapter.paragraphs)
      .replace(/(?<=\p{L})-\n/gu, '')
      .replace(/\s+(?=—|--)/g, '\u00A0')
      .split(/[ \n]+/);
    const length = 5 + upTo(14);
    if (words.length < length) continue;
    const from = upTo(words.length - length + 1);
    return { chapter: chapter.id!, words: words.slice(from, from + length) };
  }
}

const inflect = (word: string) => {
  const bare = word.replace(/[^\p{L}]+$/u, '');
  const end = word.slice(bare.length);
  const forms = [`${bare}s`, `${bare}ed`, `${bare}ing`, bare.replace(/(?:s|ed|d)$/, '')];
  return one(forms.filter((form) => form !== bare && form !== '')) + end;
};

/** One word of some words forged; never only an end, since a quotation may begin and end where it likes. */
const FORGERIES: Record<string, (words: string[]) => string[]> = {
  dropped: (words) => words.toSpliced(1 + upTo(words.length - 2), 1),
  added: (words) => words.toSpliced(1 + upTo(words.length - 1), 0, one(vocabulary)),
  inflected(words) {
    const at = upTo(words.length);
    return words.with(at, inflect(words[at]!));
  },
  swapped(words) {
    const at = upTo(words.length - 1);
    return words.with(at, words[at + 1]!).with(at + 1, words[at]!);
  },
  changed: (words) => words.with(upTo(words.length), one(vocabulary)),
};
/** Speech with a tag within: its parts, where they stand. */
const INTERRUPTED = [
  ['1', 'It’s early,', 'It’s never been early in my life.'],
  ['1', 'It isn’t early,', 'You are late, and so is everybody else.'],
  ['1', 'I could have caught it,', 'if I’d had a longer arm, and if I’d wanted to be in the water with it.'],
  ['2', 'Then it has come to the right place,', 'I was told once that a door is only a wall'],
  ['3', 'We’ll row, then,', 'We’ll row ourselves – every one of us, with the flour on our knees,'],
] as const;

describe('2,000 forgeries of one word', () => {
  const counts: Record<string, number> = {};
  const accepted: string[] = [];
  let made = 0;
  while (made < 2000) {
    const sort = one(Object.keys(FORGERIES));
    const { chapter, words } = extract();
    const forged = FORGERIES[sort]!(words).join(' ');
    // A change that gives words which stand in the book, or the same words, is no forgery.
    if (whole.includes(` ${keysOf(forged)} `)) continue;
    made++;
    counts[sort] = (counts[sort] ?? 0) + 1;
    if (judge(forged, { chapter }).verdict === 'verified') accepted.push(`${sort}: ${forged}`);
  }

  it('are never accepted', () => {
    expect(accepted).toEqual([]);
  });

  it('are of every sort', () => {
    for (const sort of Object.keys(FORGERIES)) expect(counts[sort]).toBeGreaterThan(250);
  });
});

describe('forgeries of interrupted speech', () => {
  it('are never accepted, also at the inner ends of its parts', () => {
    for (let round = 0; round < 500; round++) {
      const [chapter, ...parts] = one(INTERRUPTED);
      expect(judge(parts, { chapter }).verdict).toBe('verified');
      const words = parts.map((part) => part.split(' '));
      const [first, second] = words as [string[], string[]];
      const forged = one([
        () => [first.slice(0, -1), second],
        () => [first, second.slice(1)],
        () => [[...first, one(vocabulary)], second],
        () => [first, FORGERIES['inflected']!(second)],
        () => [FORGERIES['changed']!(first), second],
        () => [second, first],
      ])().map((list) => list.join(' '));
      if (forged.map(keysOf).join() === parts.map(keysOf).join()) continue;
      expect(judge(forged, { chapter }), forged.join(' | ')).not.toMatchObject({ verdict: 'verified' });
    }
  });
});

describe('true extracts', () => {
  it('are accepted, whatever their typography', () => {
    for (let round = 0; round < 500; round++) {
      const { chapter, words } = extract();
      const text = words
        .join(one([' ', '  ', '\n']))
        .replace(/[“”]/g, () => one(['"', '“', '']))
        .replaceAll('’', one(['’', "'"]))
        .replaceAll('fi', one(['fi', 'ﬁ']));
      expect(['verified', 'ambiguous'], text).toContain(judge(text, { chapter }).verdict);
    }
  });
});
