/**
 * Quotation marks of languages without a file of words, opening and closing, then those of a quotation inside another: as in
 * the Unicode Common Locale Data Repository.
 */
const MARKS: Readonly<Record<string, string>> = {
  ...{ bg: '„“„“', cs: '„“‚‘', da: '“”‘’', el: '«»“”', et: '„“«»', fi: '””’’', hr: '„”‚’', hu: '„”»«' },
  ...{ is: '„“‚‘', lt: '„“„“', lv: '“”“”', nb: '«»‘’', nl: '“”‘’', nn: '«»‘’', no: '«»‘’', pt: '“”‘’' },
  ...{ ro: '„”«»', ru: '«»„“', sk: '„“‚‘', sl: '„“‚‘', sq: '«»“”', sr: '„“‘’', sv: '””’’', tr: '“”‘’' },
  ...{ uk: '«»„“', be: '«»„“', ca: '«»“”' },
};

/** The phrases for quotation marks of a language; none if they are not known here. */
export function quotationMarks(lang: string): Readonly<Record<string, string>> {
  const marks = new Map(Object.entries(MARKS)).get(lang.slice(0, 2));
  const [open, close, innerOpen, innerClose] = marks ?? '';
  return open === undefined
    ? {}
    : {
        'quote-open': open,
        'quote-close': close!,
        'inner-quote-open': innerOpen!,
        'inner-quote-close': innerClose!,
      };
}
