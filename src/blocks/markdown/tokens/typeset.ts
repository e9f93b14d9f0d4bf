import { say } from '../../../words/say.ts';
import type { Words } from '../../../words/words.ts';
import type { Inline } from '../../block.ts';

/** The quotation marks of a language, opening and closing: for a quotation, and for one inside it. */
interface QuotationMarks {
  readonly double: readonly [string, string];
  readonly single: readonly [string, string];
}

const marksOf = (words: Words): QuotationMarks => ({
  double: [say(words, 'quote-open'), say(words, 'quote-close')],
  single: [say(words, 'inner-quote-open'), say(words, 'inner-quote-close')],
});

const APOSTROPHE = '’';
const BEFORE_OPENING = /[\s([{<—–\-/“‘„‚«¿¡"']/;
/** Words that begin with an apostrophe rather than a quotation mark. */
const ELIDED = /^(?:\d\ds?\b|(?:tis|twas|twere|em|til|cause|n|bout|round)\b)/i;

/**
 * Replaces straight marks by typographic ones: the quotation marks of the language, dashes for `--` and `---`, `…` for
 * `...`, and primes after numbers (6'2"). Code stays as it is. A mark that may be a quotation mark or a prime is a prime if
 * no quotation is open.
 */
export function typeset(
  inlines: Inline[],
  { typographer, words }: { typographer: boolean; words: Words },
): Inline[] {
  if (!typographer) return inlines;
  const dashed = inlines.map((inline) =>
    inline.kind === 'text' && !inline.code ? { ...inline, text: dashes(inline.text) } : inline,
  );
  const replaced = quotes(dashed.map(placeholderOf).join(''), marksOf(words));
  let at = 0;
  return dashed.map((inline) => {
    const length = placeholderOf(inline).length;
    const from = at;
    at += length;
    if (inline.kind !== 'text' || inline.code) return inline;
    return { ...inline, text: replaced.slice(from, at).join('') };
  });
}

/** The text of an inline as the marks around it see it; letters for code, whose text does not matter. */
function placeholderOf(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return inline.code ? 'x'.repeat(inline.text.length) : inline.text;
    case 'break':
      return '\n';
    case 'blank':
    case 'note':
    case 'picture':
      return 'x';
  }
}

const dashes = (text: string): string =>
  text
    .replace(/(^|[^-])---(?=[^-]|$)/g, '$1—')
    .replace(/(^|\s)--(?=\s|$)/g, '$1–')
    .replace(/(^|[^-\s])--(?=[^-\s]|$)/g, '$1–')
    // Five dots or more are a blank.
    .replace(/(?<!\.)\.{3,4}(?!\.)/g, '…');

/** @returns the replacement for each UTF-16 unit of the text */
function quotes(text: string, { double, single }: QuotationMarks): string[] {
  let inDouble = false;
  let inSingle = false;
  const shown = text.split('');
  shown.forEach((mark, at) => {
    if (mark !== '"' && mark !== "'") return;
    const before = text[at - 1] ?? ' ';
    const after = text[at + 1] ?? ' ';
    const opens = BEFORE_OPENING.test(before) && /\S/.test(after);
    const measure = /\d/.test(before);
    if (mark === '"') {
      if (measure && (!inDouble || /\d['′]\d+$/.test(text.slice(0, at)))) shown[at] = '″';
      else {
        shown[at] = opens && !inDouble ? double[0] : inDouble ? double[1] : double[opens ? 0 : 1];
        inDouble = opens && !inDouble;
      }
      return;
    }
    const letterAfter = /[\p{L}\p{N}]/u.test(after);
    if (measure && (/^\d+"/.test(text.slice(at + 1)) || (!inSingle && !letterAfter))) shown[at] = '′';
    else if (opens && !inSingle && !ELIDED.test(text.slice(at + 1)) && closes(text, at)) {
      shown[at] = single[0];
      inSingle = true;
    } else if (inSingle && !letterAfter && /\S/.test(before)) {
      shown[at] = single[1];
      inSingle = false;
    } else shown[at] = APOSTROPHE;
  });
  return shown;
}

/** Whether a later mark may close the quotation that a single one opens. */
const closes = (text: string, at: number): boolean => /\S'(?![\p{L}\p{N}])/u.test(text.slice(at + 1));
