import { append } from '../../../diagnostics/collections/append.ts';
import { mendChinese, READ_AS_CHINESE } from '../../../diagnostics/mend-chinese.ts';
import { mendGarbled } from '../../../diagnostics/mend-garbled.ts';

/** Something in a line of a source that was put right, or that can't be. */
export interface Mend {
  readonly line: number;
  readonly column: number;
  readonly found: string;
  /** What was meant; undefined if a character was lost and nobody knows which. */
  readonly meant: string | undefined;
}

/** What a lost character is in the short forms of English: `don�t`, `it�s`, `they�ve`, but not in `na�ve`. */
const LOST_APOSTROPHE =
  /(?<=\p{L}n)\uFFFD(?=t(?!\p{L}))|(?<=\p{L})\uFFFD(?=s(?!\p{L}))|(?<=(?<!\p{L})(?:I|we|you|they|he|she|it|who|what|there|that|would|could|should|might|must))\uFFFD(?=(?:re|ve|ll|d|m)(?!\p{L}))/giu;
/** The second half of a quotation mark was lost, since Windows-1252 has no character for it. */
const HALF_MARK = /â€(?=[\s.,;:!?)\]<—–-]|$)/gu;
/** A no-break space was read in two halves, and the second has become a space. */
const HALF_SPACE = /(?<=^|[\s\p{P}])Â(?= )/gu;
const HALF_A = /(?<=\p{Ll})Ã(?:[ \u00A0](?= )|\u00A0|(?= ))/gu;
/**
 * A question mark inside a word may be a letter or an apostrophe that was lost. It is looked for at the beginning of what
 * stands between spaces, each by itself: a line of a page may have a million letters and no space.
 */
const ODD_MARK = /^([^\p{L}\d=&/?.]*)(\p{L}+\?(?:t|s|re|ve|ll))(?![\p{L}\p{N}=&?])/u;

/** Takes out what prints nothing and is left by web pages and word processors, and origin marks, which nobody writes. */
const INVISIBLE =
  /[\u200B\u2060\uFEFF\u200E\u200F\u202A-\u202E\u2066-\u2069\u00AD\uE000-\uE002\u0000-\u0008\u000E-\u001F\u007F]/gu;

/**
 * Mends a text that was read in another encoding than it was saved in, each place by what is around it, so that two kinds of
 * damage in one text do not get in each other’s way. Lines stay where they are. A lost character that nobody can know
 * becomes `[?]`.
 */
export function mendSource(text: string): { readonly text: string; readonly mends: readonly Mend[] } {
  const isChinese = READ_AS_CHINESE.test(text);
  const isWindows = mendGarbled(text) !== text || /â€/.test(text);
  const mends: Mend[] = [];
  const lines = text.split('\n').map((written, index) => {
    const line = withoutInvisible(written);
    let mended = line;
    if (/[^\p{ASCII}]/u.test(line)) {
      if (isWindows) mended = mendHalves(mendGarbled(line));
      if (isChinese) mended = mendChinese(mended);
      mended = mended.replace(LOST_APOSTROPHE, '’');
    }
    if (mended !== line) append(mends, changes(line, mended, index + 1));
    for (const { index: at } of mended.matchAll(/\uFFFD+/gu))
      mends.push({ line: index + 1, column: at + 1, found: wordAt(mended, at), meant: undefined });
    append(mends, oddMarks(mended, index + 1));
    return mended.replace(/\uFFFD+/gu, '[?]');
  });
  return { text: lines.join('\n'), mends };
}

/** Letters and accents that macOS writes one by one are the same letters; line separators and form feeds are spaces. */
const withoutInvisible = (line: string): string =>
  /[^\u0020-\u007E]/.test(line)
    ? line
        .replace(INVISIBLE, '')
        .replace(/[\u2028\u2029\u000B\f]/g, ' ')
        .replace(/[\p{L}\p{N}][\u0300-\u036F]+/gu, (letters) => letters.normalize('NFC'))
    : line;

const mendHalves = (line: string): string =>
  line.replace(HALF_MARK, '”').replace(HALF_SPACE, '').replace(HALF_A, 'à');

/** Words in which a question mark seems to stand for something else. */
function oddMarks(text: string, line: number): Mend[] {
  if (!text.includes('?')) return [];
  return [...text.matchAll(/\S+/g)].flatMap(({ index, 0: token }) => {
    const [, before = '', found] = ODD_MARK.exec(token) ?? [];
    return found === undefined ? [] : [{ line, column: index + before.length + 1, found, meant: undefined }];
  });
}

/** The words of a line that have changed, as they were and as they are. */
function changes(before: string, after: string, line: number): Mend[] {
  const [words, mended] = [before.split(' '), after.split(' ')];
  if (words.length !== mended.length) return [{ line, column: 1, found: before.trim(), meant: after.trim() }];
  let column = 1;
  return words.flatMap((word, index) => {
    const at = column;
    column += word.length + 1;
    return word === mended[index]
      ? []
      : [{ line, column: at, found: withoutTags(word), meant: withoutTags(mended[index]!) }];
  });
}

/** A word without the ends of tags around it. */
const withoutTags = (word: string) => word.replace(/^[^<]*>|<[^>]*>|<.*$/g, '') || word;

/** The word that a character is in. */
function wordAt(line: string, at: number): string {
  const from = line.lastIndexOf(' ', at) + 1;
  const to = line.indexOf(' ', at);
  return line.slice(from, to < 0 ? line.length : to).slice(0, 60);
}
