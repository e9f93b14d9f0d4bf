import {
  Footer,
  Header,
  ImageRun,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  SimpleField,
  Tab,
  TextRun,
} from 'docx';
import { ownValue } from '../../../diagnostics/collections/own-value.ts';
import { xmlSafeText } from '../xml/xml-safe-text.ts';
import type { WordContext } from './blocks/word-context.ts';
import { wordImage } from './blocks/word-picture.ts';
import { twips } from './settings/twips.ts';

/** What parts the texts of a corner, and the height of a logo in lines, as in print. */
const BETWEEN = ' · ';
const LOGO_LINES = 2;

/** The head and foot of each page, with page numbers that Word counts; undefined where print has none. */
export function wordFurniture(context: WordContext): { readonly header?: Header; readonly footer?: Footer } {
  const { page, furniture } = context.document;
  if (!page.furniture) return {};
  const footLeft = [furniture.mark, page['foot-left']].filter(Boolean).join(BETWEEN);
  const head = edge([page['head-left'], page['head-right']], logoOf(page['head-left'], context), context);
  const foot = edge([footLeft, page['foot-right']], [], context);
  return {
    ...(head && { header: new Header({ children: [head] }) }),
    ...(foot && { footer: new Footer({ children: [foot] }) }),
  };
}

/** The school’s logo, where the head names the school. */
function logoOf(text: string, context: WordContext): ParagraphChild[] {
  const { furniture, style } = context.document;
  if (furniture.logo === undefined || !text.includes('{school}')) return [];
  const at = { file: '', line: 1, column: 1 };
  const emblem = style['furniture-leading'] * LOGO_LINES;
  const figure = { kind: 'figure', at, picture: furniture.logo, alt: '', emblem } as const;
  const shown = wordImage(figure, context, (text_) => new TextRun({ text: text_ }));
  return shown.some((one) => one instanceof ImageRun) ? [...shown, new TextRun({ text: '\u2002' })] : [];
}

/** A line with a text at the left and one at the right; undefined if both are empty. */
function edge(
  texts: readonly [string, string],
  before: readonly ParagraphChild[],
  context: WordContext,
): Paragraph | undefined {
  const [left, right] = texts.map((text) => filled(text, context));
  if (left!.length === 0 && right!.length === 0 && before.length === 0) return undefined;
  return new Paragraph({
    style: 'HeadAndFoot',
    // LibreOffice would count it among the lines of a text.
    suppressLineNumbers: true,
    tabStops: [{ type: 'right', position: twips(context.width) }],
    children: [...before, ...left!, new TextRun({ children: [new Tab()] }), ...right!],
  });
}

/** Replaces tokens by texts and fields. A part that is then empty is left out with its separator. */
function filled(text: string, { document: { furniture } }: WordContext): ParagraphChild[] {
  const parts = text.split(BETWEEN).flatMap((part) => {
    const pieces = part.split(/\{([a-z-]+)\}/).flatMap((piece, index): ParagraphChild[] => {
      if (index % 2 === 0) return piece === '' ? [] : [new TextRun(xmlSafeText(piece))];
      return fieldOf(piece) ?? textOf(piece, furniture.values);
    });
    return pieces.length === 0 ? [] : [pieces];
  });
  return parts.flatMap((part, index) => (index === 0 ? part : [new TextRun(BETWEEN), ...part]));
}

function textOf(token: string, values: Readonly<Record<string, string>>): ParagraphChild[] {
  const value = ownValue({ form: '', ...values }, token) ?? `{${token}}`;
  return value === '' ? [] : [new TextRun(xmlSafeText(value))];
}

/** What Word knows itself of a page. */
function fieldOf(token: string): ParagraphChild[] | undefined {
  switch (token) {
    case 'page':
      return [new TextRun({ children: [PageNumber.CURRENT] })];
    case 'pages':
      return [new TextRun({ children: [PageNumber.TOTAL_PAGES] })];
    case 'section':
      return [new SimpleField('STYLEREF "Heading 1"', '')];
    case 'running':
      return [new SimpleField('STYLEREF "Heading 2"', '')];
    default:
      return undefined;
  }
}
