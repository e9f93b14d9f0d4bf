import type { Inline } from '../../blocks/block.ts';
import type { TextRun } from '../../blocks/text-run.ts';
import { append } from '../../diagnostics/collections/append.ts';
import { missingLetters } from './missing-letters.ts';
import { noteMark } from './note-mark.ts';
import { pictureInWords, pictureSpan } from './picture-span.ts';
import { hasSameStyle } from './same-style.ts';
import type { ItemOptions, Span, TextContext } from './text-context.ts';
import { faceOf, legibleScale, type TypeLook } from './type-look.ts';

/** The size of a note’s number in the text, and of text above or below the line; how far that is moved, in ems. */
const NOTE_SCALE = 0.65;
const RAISE = { note: 0.34, super: 0.34, sub: -0.16 };
const SMALL_SCALE = 0.82;
/** The room at each end of a key, inside its frame, in ems. */
const KEY_PADDING = 0.2;
/** The least width of a blank that fills the rest of the line, in points. */
const SHORTEST_BLANK = 24;

/** Replacements for characters that a face lacks, each with much the same look or effect. */
const SUBSTITUTES: Readonly<Record<string, string>> = {
  '\u2010': '-',
  '\u2011': '-',
  '\u202F': '\u00A0',
  '\u2007': '\u00A0',
  '\u2009': '\u00A0',
  '\u200A': '\u00A0',
};

const SUBSTITUTED = new RegExp(`[${Object.keys(SUBSTITUTES).join('')}]`);

/** Kinds of space and line end that Markdown does not treat as such. */
const OTHER_SPACES = /[^\S \u00A0\t\n\r]|\u0085/g;

const SPACES_BUT_ONE = /[^\S ]/g;

/** Printed in place of a letter that is missing from every font. */
const REPLACEMENT = '\u25A1';
const FALLBACK_REPLACEMENT = '?';

/**
 * Turns inline text into spans, each in one face. Neighbours that look alike are joined, so that letters are kerned
 * across them. White space becomes one space. Letters that are missing from every font are reported and replaced by a
 * visible box.
 */
export function toSpans(text: readonly Inline[], options: ItemOptions, context: TextContext): Span[] {
  const spans: Span[] = [];
  const { fonts } = context;
  for (const [index, one] of text.entries()) {
    const picture = one.kind === 'picture' ? pictureSpan(one, options, context) : undefined;
    if (picture) spans.push(picture);
    const inline = one.kind === 'picture' ? pictureInWords(one) : one;
    if (picture || inline.kind === 'break') continue;
    if (inline.kind === 'blank') {
      const rest = inline.width === 'rest';
      spans.push({
        face: faceOf(options.look, {}),
        text: '',
        run: { kind: 'text', text: '' },
        blank: rest ? 'rest' : 'fixed',
        blankWidth: inline.width === 'rest' ? SHORTEST_BLANK : inline.width,
      });
      continue;
    }
    if (inline.kind === 'note') {
      const label = noteMark(text, index);
      const run: TextRun = { kind: 'text', text: label };
      const face = faceOf(options.look, {});
      spans.push({
        face,
        text: label,
        run,
        scale: legibleScale(options.look, NOTE_SCALE),
        raise: RAISE.note,
        note: inline,
      });
      continue;
    }
    const face = faceOf(options.look, inline);
    const shown = printableText(inline, face, options, context).replace(WHITE_SPACE, ' ');
    const size = sizeOf(inline, options.look);
    const parts = inline.code || inline.link || !MAYBE_BLANK.test(shown) ? [shown] : shown.split(TYPED_BLANK);
    const padding: Span[] = inline.key
      ? [{ face, text: '', run: inline, blank: 'gap', blankWidth: KEY_PADDING * options.look.size }]
      : [];
    append(spans, padding);
    for (const [index, part] of parts.entries())
      for (const run of fonts.runs(face, part)) {
        const last = spans.at(-1);
        if (index % 2 === 1) spans.push({ face: run.face, text: run.text, run: inline, typedBlank: true });
        else if (last && !isSeparate(last) && last.face === run.face && looksLike(last.run, inline))
          spans[spans.length - 1] = { ...last, text: last.text + run.text };
        else spans.push({ face: run.face, text: run.text, run: inline, ...size });
      }
    append(spans, padding);
  }
  return spans;
}

/** The size at which the box of the sign ☐ has sides of 5.5 mm, in points. */
const TICK_BOX_SIZE = 22;
/** How far the middle of the sign and that of a capital are above the line, in ems. */
const BOX_MIDDLE = 0.35;
const CAPITAL_MIDDLE = 0.34;

/** White space that is not one space already. */
const WHITE_SPACE = /[ \t\n\r]{2,}|[\t\n\r]/g;

/** Three or more underscores, or two without a letter next to them; five dots, or three signs of three dots. */
const TYPED_BLANK = /(_{3,}|(?<![\p{L}\p{N}_])__(?![\p{L}\p{N}_])|\.{5,}|…{3,})/u;
const MAYBE_BLANK = /__|\.{5}|…{3}/;

const isSeparate = ({ blank, note, typedBlank: written }: Span) =>
  blank !== undefined || note !== undefined || written === true;

const looksLike = (a: TextRun, b: TextRun) => a === b || (!a.link && !b.link && hasSameStyle(a, b));

/** The size of a run that is smaller than the text around it, and how far it is above the line. */
function sizeOf({ small, script, box }: TextRun, look: TypeLook): Pick<Span, 'scale' | 'raise'> {
  if (box) {
    const scale = Math.max(TICK_BOX_SIZE, 1.5 * look.size) / look.size;
    // Its middle is level with the middle of a capital.
    return { scale, raise: CAPITAL_MIDDLE - BOX_MIDDLE * scale };
  }
  if (!small && !script) return {};
  const factor = (small ? SMALL_SCALE : 1) * (script ? NOTE_SCALE : 1);
  return { scale: legibleScale(look, factor), ...(script && { raise: RAISE[script] }) };
}

/** Replaces and reports each letter that is missing from every font. */
function printableText(
  inline: TextRun,
  face: string,
  { at }: ItemOptions,
  { fonts, report }: TextContext,
): string {
  let text = inline.text;
  if (SUBSTITUTED.test(text))
    for (const [character, substitute] of Object.entries(SUBSTITUTES))
      if (text.includes(character) && !fonts.has(face, character))
        text = text.replaceAll(character, substitute);
  text = text.replace(OTHER_SPACES, (space) => (fonts.has(face, space) ? space : ' '));
  text = withCompatible(text, face, fonts);
  const missing = fonts.missingCharacters(face, text.replace(SPACES_BUT_ONE, ' '));
  if (missing.length === 0) return text;
  for (const { code, message, hint, letters, kind } of missingLetters(missing, text, fonts))
    report.add(code, inline.at ?? at, message, hint, letters, kind);
  const substitute =
    fonts.missingCharacters(face, REPLACEMENT).length > 0 ? FALLBACK_REPLACEMENT : REPLACEMENT;
  return [...text].map((character) => (missing.includes(character) ? substitute : character)).join('');
}

/** Characters that are letters written as one sign: ℃, ㎏, №. Signs with digits are not among them: ㎡ is no m2. */
const WRITTEN_AS_ONE = /[\u2024-\u2057\u20A8\u2100-\u214F\u3371-\u33DF\uFB00-\uFB06]/g;

/** Writes in full what is written as one sign, where no font has the sign: °C, kg, No. */
const withCompatible = (text: string, face: string, fonts: TextContext['fonts']): string =>
  text.replace(WRITTEN_AS_ONE, (sign) => {
    const full = sign.normalize('NFKC');
    const isMissing = !/\d/.test(full) && fonts.missingCharacters(face, sign).length > 0;
    return isMissing && fonts.missingCharacters(face, full).length === 0 ? full : sign;
  });
