/** The end of a sentence, with the marks that close it. */
const SENTENCE_END = /[.!?…][”’"»')\]*_]*(?=\s+[\p{Lu}\p{N}“‘„«"'(*_¿¡])/gu;

/** What ends in a full stop without ending a sentence: initials, and a few short forms. */
const SHORT_FORM =
  /(?:^|[\s(])(?:\p{Lu}|[Cc]h|[Cc]f|[Ee]d|[Nn]o|[Ss]t|[Mm]rs?|[Dd]r|vs|p|pp|bzw|ca|vgl|Nr|z|B)\.$/u;

/** Whether marks that come in pairs are all closed: a sentence is not cut between two of them. */
const isWhole = (text: string): boolean =>
  (text.match(/[*_`]/g) ?? []).length % 2 === 0 &&
  // What opens in English closes in German: “so”, „so“.
  (text.includes('„') ? isClosed(text, '„', /[“”]/g) : isClosed(text, '“', /”/g)) &&
  isClosed(text, '«', /»/g) &&
  isClosed(text, '[', /\]/g);

const isClosed = (text: string, opening: string, closing: RegExp): boolean =>
  text.split(opening).length - 1 <= (text.match(closing) ?? []).length;

/**
 * Finds where sentences end within a paragraph, plain or of Markdown, before the last. Full stops of initials and short forms
 * end none, nor does what is between two quotation marks or marks of emphasis.
 * @returns offsets just after each sentence, in order
 */
export function* sentenceEnds(text: string): Generator<number> {
  for (const { index, 0: end } of text.matchAll(SENTENCE_END)) {
    const until = index + end.length;
    const sentences = text.slice(0, until);
    if (!SHORT_FORM.test(sentences) && isWhole(sentences)) yield until;
  }
}

/** The first sentence of a paragraph; all of it if it has no other. */
export function firstSentence(text: string): string {
  const [end] = sentenceEnds(text);
  return text.slice(0, end);
}
