import {
  ExternalHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  type IRunOptions,
  type IRunStylePropertiesOptions,
  Paragraph,
  type ParagraphChild,
  Tab,
  TextRun,
} from 'docx';
import type { Inline, NoteReference } from '../../../../blocks/block.ts';
import { anchorOf } from '../../../../blocks/heading-names.ts';
import type { Look } from '../../../../blocks/look.ts';
import type { TextRun as Run } from '../../../../blocks/text-run.ts';
import { append } from '../../../../diagnostics/collections/append.ts';
import { xmlSafeText } from '../../xml/xml-safe-text.ts';
import { wordFont } from '../settings/word-fonts.ts';
import { runOfLook } from '../settings/word-styles.ts';
import type { WordContext } from './word-context.ts';
import { wordImage } from './word-picture.ts';

/** What text in Word needs besides its context. */
interface WordRunOptions {
  /** The look that its paragraph has. */
  readonly look: Look;
  /** What differs from the paragraph’s style, for all of the text. */
  readonly also?: IRunStylePropertiesOptions;
}

/** How much larger than text a box to tick is, and how wide an underscore is, in ems. */
const BOX = 1.35;
const UNDERSCORE = 0.5;
/** The size of small text, as a share of that around it. */
const SMALL = 0.85;

/** Turns text into runs of Word. Adjacent runs of one link are one link. */
export function wordRuns(
  inlines: readonly Inline[],
  options: WordRunOptions,
  context: WordContext,
): ParagraphChild[] {
  const children: ParagraphChild[] = [];
  for (let at = 0; at < inlines.length; at++) {
    const inline = inlines[at]!;
    if (inline.kind !== 'text' || inline.link === undefined) {
      append(children, wordInline(inline, options, context));
      continue;
    }
    let end = at + 1;
    while (end < inlines.length && linkOf(inlines[end]!) === inline.link) end++;
    const runs = inlines.slice(at, end).flatMap((one) => wordInline(one, options, context, true));
    append(children, linked(inline.link, runs, context));
    at = end - 1;
  }
  return children;
}

const linkOf = (inline: Inline): string | undefined => (inline.kind === 'text' ? inline.link : undefined);

/** A link to an address or to a heading; text alone, if there is no such heading. */
function linked(
  link: string,
  runs: ParagraphChild[],
  { headings, bookmarks }: WordContext,
): ParagraphChild[] {
  const name = anchorOf(link);
  if (name === undefined) return [new ExternalHyperlink({ link, children: runs })];
  const heading = headings.get(name);
  const anchor = heading && bookmarks.get(heading);
  return anchor ? [new InternalHyperlink({ anchor, children: runs })] : runs;
}

function wordInline(
  inline: Inline,
  options: WordRunOptions,
  context: WordContext,
  isLink = false,
): ParagraphChild[] {
  switch (inline.kind) {
    case 'text':
      return [new TextRun(wordRun(inline, options, context, isLink))];
    case 'break':
      return [new TextRun({ break: 1 })];
    case 'blank':
      return [new TextRun({ ...options.also, children: blankOf(inline.width, options, context) })];
    case 'note':
      return [wordNote(inline, context)];
    case 'picture':
      return wordImage(inline, context, (text) => new TextRun({ ...options.also, text, bold: true }));
  }
}

function wordRun(
  run: Run,
  { look, also }: WordRunOptions,
  context: WordContext,
  isLink: boolean,
): IRunOptions {
  const { style } = context.document;
  const type = runOfLook(style, look);
  const size = typeof also?.size === 'number' ? also.size : Number(type.size);
  const base = { bold: also?.bold ?? type.bold === true, italics: also?.italics ?? type.italics === true };
  const slanted = run.italic === true;
  const bold = base.bold || run.bold === true || (slanted && !style.italics);
  const italics = style.italics && base.italics !== slanted;
  const lang = run.lang ?? context.lang;
  return {
    ...also,
    ...(isLink && { style: 'Hyperlink' }),
    ...(run.code && { style: 'Code', font: wordFont('mono', 10).font }),
    ...(bold !== (type.bold === true) || also?.bold !== undefined ? { bold } : {}),
    ...(italics !== (type.italics === true) || also?.italics !== undefined ? { italics } : {}),
    ...(run.strike && { strike: true }),
    ...(run.underline && { underline: {} }),
    ...(run.highlight && { highlight: 'yellow' as const }),
    ...(run.key && { border: { style: 'single' as const, size: 4, space: 1, color: '808080' } }),
    ...(run.script === 'sub' && { subScript: true }),
    ...(run.script === 'super' && { superScript: true }),
    ...(run.small && { size: Math.round(size * SMALL) }),
    ...(run.box && { size: Math.round(size * BOX), bold: false }),
    ...(lang && { language: { value: lang } }),
    text: xmlSafeText(run.gap === 'hidden' ? '_'.repeat(Math.max(4, run.text.length + 2)) : run.text),
  };
}

/** A blank to write on: underscores, which a teacher may type more of, or a tab that draws a line to the end. */
function blankOf(width: number | 'rest', { look }: WordRunOptions, { document }: WordContext) {
  if (width === 'rest') return [new Tab()];
  return ['_'.repeat(Math.max(2, Math.round(width / (document.style[`${look}-size`] * UNDERSCORE))))];
}

/** A footnote; a second reference to the same note is its number alone. */
function wordNote(note: NoteReference, context: WordContext): ParagraphChild {
  const { notes, lose } = context;
  if (note.blocks.length === 0) return new TextRun({ text: note.label, superScript: true });
  const number = notes.add(() =>
    context.parts(note.blocks, noteContext(context)).flatMap((part) => {
      if (part.kind === 'paragraph') return [new Paragraph({ ...part.options, style: 'FootnoteText' })];
      if (part.kind === 'table')
        lose({ what: 'a table in a note: Word has only text there', text: '', at: note.at ?? NOWHERE });
      return [];
    }),
  );
  return new FootnoteReferenceRun(number);
}

/** Notes are at the foot of the page, whatever they belong to. */
function noteContext({
  cell: _,
  quoted: __,
  listed: ___,
  numbered: ____,
  depth: _____,
  ...context
}: WordContext): WordContext {
  return { ...context, indent: 0, inside: true };
}

const NOWHERE = { file: '', line: 1, column: 1 };
