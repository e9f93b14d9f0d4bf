import { Paragraph, Table, TableCell, TableRow } from 'docx';
import type { AnswerSpace } from '../../../../blocks/block.ts';
import { mm } from '../../../../pages/length.ts';
import { twips } from '../settings/twips.ts';
import { wordColour } from '../settings/word-colour.ts';
import { eighths, ruleStyle } from '../settings/word-styles.ts';
import type { WordContext } from './word-context.ts';
import type { WordPart } from './word-part.ts';
import { wordRuns } from './word-runs.ts';

/** The number of lines in place of the rest of a page, which Word cannot fill, and of notes, which print leaves out if it is full. */
const REST = 6;
const REST_FOR_NOTES = 3;
/** The side of a square, and the height that such room gets in place of the rest of a page; in points. */
const SQUARE = mm(5);
const REST_HEIGHT = mm(60);
/** The width of a handwritten letter for each millimetre between two lines, and how much more room there is, as in print. */
const WRITTEN_LETTER = 160 / 45 / 8;
const MORE = 4 / 3;

/** Room to write in. Each line is a paragraph, so that a teacher adds one with Enter. */
export function wordAnswerSpace(block: AnswerSpace, context: WordContext): WordPart[] {
  const { rest, ruling = 'lined', title, at } = block;
  if (rest)
    context.lose({
      what: 'lines that fill the rest of their page: Word has as many as are useful',
      text: '',
      at,
    });
  const heading: WordPart[] = title
    ? [
        {
          kind: 'paragraph',
          options: {
            style: 'MediumText',
            keepNext: true,
            spacing: { before: twips(context.document.style['heading-gap']) },
            children: wordRuns(title, { look: 'heading' }, context),
          },
        },
      ]
    : [];
  return [...heading, ...(ruling === 'lined' ? lined(block, context) : [area(block, ruling, context)])];
}

function lined(block: AnswerSpace, context: WordContext): WordPart[] {
  const count = linesOf(block, context);
  return Array.from(
    { length: count },
    (_, index): WordPart => ({
      kind: 'paragraph',
      options: {
        style: 'AnswerLine',
        indent: { left: twips(context.indent) },
        // The first line is not left behind by its question, nor the last one alone on a page.
        ...((index === 0 || index === count - 2) && count > 1 && { keepNext: true }),
      },
    }),
  );
}

function linesOf({ lines, rest, title }: AnswerSpace, { width, document: { style } }: WordContext): number {
  const gap = style['answer-line-gap'];
  const more = rest ? (title ? REST_FOR_NOTES : REST) : 0;
  if (typeof lines === 'number') return Math.max(lines, more);
  if ('height' in lines) return Math.max(1, more, Math.ceil(lines.height / mm(gap) - 0.01));
  return Math.max(1, more, Math.ceil((lines.letters * MORE * mm(gap * WRITTEN_LETTER)) / width));
}

/** An area with squares, a frame or nothing. */
function area(
  block: AnswerSpace,
  ruling: Exclude<NonNullable<AnswerSpace['ruling']>, 'lined'>,
  context: WordContext,
): WordPart {
  const { style } = context.document;
  const height = heightOf(block, context);
  const isSquared = ruling === 'squared' || ruling === 'dotted';
  const columns = isSquared ? Math.max(1, Math.floor(context.width / SQUARE)) : 1;
  const rows = isSquared ? Math.max(1, Math.round(height / SQUARE)) : 1;
  const line = {
    style:
      ruling === 'blank' ? ('none' as const) : ruling === 'dotted' ? ('dotted' as const) : ruleStyle(style),
    size: eighths(style['rule-width']),
    color: wordColour(style.rule),
  };
  const borders = {
    top: line,
    bottom: line,
    left: line,
    right: line,
    insideHorizontal: line,
    insideVertical: line,
  };
  const cellWidth = twips(isSquared ? SQUARE : context.width);
  const cell = () =>
    new TableCell({
      width: { size: cellWidth, type: 'dxa' },
      children: [new Paragraph({ spacing: { before: 0, line: 20, lineRule: 'exact' } })],
    });
  const row = () =>
    new TableRow({
      cantSplit: true,
      height: { value: twips(isSquared ? SQUARE : height), rule: isSquared ? 'exact' : 'atLeast' },
      children: Array.from({ length: columns }, cell),
    });
  return {
    kind: 'table',
    gapBefore: style['paragraph-gap'],
    build: () =>
      new Table({
        indent: { size: twips(context.indent), type: 'dxa' },
        width: { size: cellWidth * columns, type: 'dxa' },
        columnWidths: Array.from({ length: columns }, () => cellWidth),
        layout: 'fixed',
        borders,
        rows: Array.from({ length: rows }, row),
      }),
  };
}

function heightOf({ lines, rest }: AnswerSpace, { document: { style }, width }: WordContext): number {
  const least = rest ? REST_HEIGHT : SQUARE;
  const gap = mm(style['answer-line-gap']);
  if (typeof lines === 'number') return Math.max(lines * gap, least);
  if ('height' in lines) return Math.max(lines.height, least);
  return Math.max(Math.ceil((lines.letters * MORE * gap * WRITTEN_LETTER) / width) * gap, least);
}
