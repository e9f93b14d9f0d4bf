import {
  Bookmark,
  type IParagraphOptions,
  type IRunStylePropertiesOptions,
  type ParagraphChild,
  Tab,
  TextRun,
} from 'docx';
import type { Heading, Inline, Paragraph, Quote } from '../../../../blocks/block.ts';
import { linesOfText } from '../../../../blocks/lines-of-text.ts';
import type { Look } from '../../../../blocks/look.ts';
import { append } from '../../../../diagnostics/collections/append.ts';
import { twips } from '../settings/twips.ts';
import { wordColour } from '../settings/word-colour.ts';
import { eighths, ruleStyle, runOfLook, STYLE_OF } from '../settings/word-styles.ts';
import type { WordContext } from './word-context.ts';
import type { WordPart } from './word-part.ts';
import { indexMarks } from './word-references.ts';
import { wordRuns } from './word-runs.ts';

/** A heading, in Word’s own style for its level, with a bookmark for links and the contents. */
export function wordHeading(heading: Heading, context: WordContext): WordPart[] {
  const { style } = context.document;
  const level = context.levels.get(heading) ?? heading.level;
  const usual: Look = level === 1 ? 'title' : level === 2 ? 'heading' : 'subheading';
  const look =
    heading.look ?? (heading.level === 1 ? 'title' : heading.level === 2 ? 'heading' : 'subheading');
  const also = look === usual ? undefined : runOfLook(style, look);
  const text = wordRuns(heading.text, { look: usual, ...(also && { also }) }, context);
  append(text, indexMarks(heading.text, context));
  const bookmark = context.bookmarks.get(heading);
  return [
    {
      kind: 'paragraph',
      options: {
        heading: `Heading${level}`,
        ...(context.indent > 0 && { indent: { left: twips(context.indent) } }),
        ...(heading.centred && { alignment: 'center' }),
        ...(look !== usual && {
          spacing: {
            line: twips(style[`${look}-leading`]),
            lineRule: 'atLeast',
            ...(look === 'label' && { before: twips(style['paragraph-gap']) }),
          },
        }),
        children: bookmark ? [new Bookmark({ id: bookmark, children: text })] : text,
      },
    },
  ];
}

/** How much farther apart lines are in text that is written in. */
const OPEN = 1.75;

/** A paragraph; in numbered lines one for each line of verse. */
export function wordParagraph(paragraph: Paragraph, outer: WordContext): WordPart[] {
  const context = paragraph.lang === undefined ? outer : { ...outer, lang: paragraph.lang };
  if (!context.numbered || !paragraph.verse) return [paragraphOf(paragraph, paragraph.text, context)];
  const lines = linesOfText(paragraph.text);
  return lines.map((line, index) => {
    const part = paragraphOf(paragraph, line, context);
    const isSilent = paragraph.uncounted?.includes(index) === true;
    return {
      ...part,
      options: {
        ...part.options,
        ...(isSilent && { suppressLineNumbers: true }),
        ...(index > 0 && { spacing: { ...part.options.spacing, before: 0 } }),
      },
    };
  });
}

function paragraphOf(paragraph: Paragraph, text: readonly Inline[], context: WordContext) {
  const { style } = context.document;
  const look = lookIn(paragraph.look, context);
  const also: IRunStylePropertiesOptions = {
    ...(paragraph.quiet && { color: wordColour(style.quiet) }),
    ...(paragraph.preformatted && { font: 'Consolas' }),
  };
  const children: ParagraphChild[] = wordRuns(text, { look, also }, context);
  append(children, indexMarks(text, context));
  if (paragraph.tail) append(children, tailOf(paragraph, look, context));
  const options: IParagraphOptions = {
    style: styleIn(paragraph, look, context),
    ...alignmentOf(paragraph, context),
    ...(context.indent > 0 && !context.quoted && { indent: { left: twips(context.indent) } }),
    ...(context.quoted && { indent: { left: twips(context.indent + style['list-indent']) } }),
    ...(paragraph.open && {
      spacing: { line: twips(style[`${look}-leading`] * OPEN), lineRule: 'atLeast' },
    }),
    ...(paragraph.leads && { keepNext: true }),
    ...tabsOf(paragraph, context),
    ...(context.framed && { border: frameOf(context) }),
    children,
  };
  return { kind: 'paragraph', options } as const;
}

/** The look of a text in its context: body text is small in a table. */
const lookIn = (look: Look, { cell }: WordContext): Look =>
  look === 'body' && cell ? (cell.head ? 'label' : cell.large ? 'body' : 'small') : look;

function styleIn(paragraph: Paragraph, look: Look, { cell, listed, quoted, inside }: WordContext): string {
  if (quoted && look === 'body') return 'QuotedText';
  if (cell) return cell.head ? 'TableHead' : look === 'small' ? 'TableText' : plainStyle(look);
  if (paragraph.verse) return 'Verse';
  const isRagged =
    listed || inside || paragraph.ragged || paragraph.preformatted || paragraph.balanced || paragraph.open;
  return isRagged ? plainStyle(look) : STYLE_OF[look];
}

const plainStyle = (look: Look): string => (look === 'body' ? 'RaggedText' : STYLE_OF[look]);

function alignmentOf(
  { align, centred }: Paragraph,
  { cell }: WordContext,
): Pick<IParagraphOptions, 'alignment'> {
  const given = centred ? 'centre' : (align ?? (cell && cell.align !== 'left' ? cell.align : undefined));
  if (given === undefined) return {};
  return { alignment: given === 'centre' ? 'center' : 'right' };
}

/** What is at the end of a line: marks, or a box. */
function tailOf({ tail = [], tailLook }: Paragraph, look: Look, context: WordContext): ParagraphChild[] {
  const { style } = context.document;
  const own = tailLook ?? look;
  const also = own === look ? {} : runOfLook(style, own);
  return [new TextRun({ children: [new Tab()] }), ...wordRuns(tail, { look, also }, context)];
}

/** Tab stops for a tail, and for lines to write on that go to the end. */
function tabsOf(
  { text, tail }: Paragraph,
  { indent, width }: WordContext,
): Pick<IParagraphOptions, 'tabStops'> {
  const hasRest = text.some((one) => one.kind === 'blank' && one.width === 'rest');
  if (!hasRest && !tail) return {};
  const position = twips(indent + width);
  return { tabStops: [{ type: 'right', position, ...(hasRest && { leader: 'underscore' }) }] };
}

/** Someone else’s words beside a bar, and where they are from. */
export function wordQuote(quote: Quote, context: WordContext): WordPart[] {
  const { style } = context.document;
  const inner = context.parts(quote.blocks, {
    ...context,
    quoted: true,
    width: context.width - style['list-indent'],
  });
  const words = inner.map((part, index) =>
    part.kind === 'paragraph' ? quoted(part, index > 0, quote.attribution !== undefined, context) : part,
  );
  if (!quote.attribution) return words;
  const from: WordPart = {
    kind: 'paragraph',
    options: {
      style: 'QuotedFrom',
      indent: { left: twips(context.indent + style['list-indent']) },
      children: wordRuns(quote.attribution, { look: 'small' }, context),
    },
  };
  return [...words, from];
}

/** A paragraph of a quotation: its bar, and close to the one above. */
function quoted(
  part: Extract<WordPart, { kind: 'paragraph' }>,
  continues: boolean,
  keepNext: boolean,
  { document: { style } }: WordContext,
): WordPart {
  const bar = {
    style: 'single' as const,
    size: eighths(style['bar-width']),
    color: wordColour(style.accent),
    space: 6,
  };
  return {
    ...part,
    options: {
      ...part.options,
      border: { left: bar },
      keepLines: true,
      ...(keepNext && { keepNext }),
      ...(continues && { spacing: { ...part.options.spacing, before: twips(style['paragraph-gap']) } }),
    },
  };
}

/** A line across the text. */
export function wordRule({ document: { style }, indent }: WordContext): WordPart {
  const size = eighths(style['rule-width']);
  return {
    kind: 'paragraph',
    options: {
      ...(indent > 0 && { indent: { left: twips(indent) } }),
      border: { bottom: { style: ruleStyle(style), size, color: wordColour(style.rule) } },
      spacing: { before: twips(style['paragraph-gap']), after: 0, line: twips(2), lineRule: 'exact' },
    },
  };
}

/** A line on all sides, which adjacent paragraphs share. */
function frameOf({ document: { style } }: WordContext): NonNullable<IParagraphOptions['border']> {
  const line = {
    style: ruleStyle(style),
    size: eighths(style['rule-width']),
    color: wordColour(style.rule),
    space: 6,
  };
  return { top: line, bottom: line, left: line, right: line };
}
