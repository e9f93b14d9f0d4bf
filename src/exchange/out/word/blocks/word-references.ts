import {
  BuilderElement,
  InternalHyperlink,
  PageReference,
  type ParagraphChild,
  Tab,
  TextRun,
  XmlComponent,
} from 'docx';
import type { Contents, Index, Inline } from '../../../../blocks/block.ts';
import { plainText } from '../../../../blocks/plain-text.ts';
import { listedHeadings } from '../../../../layout/strips/blocks/listed-headings.ts';
import { xmlSafeText } from '../../xml/xml-safe-text.ts';
import { twips } from '../settings/twips.ts';
import { runOfLook } from '../settings/word-styles.ts';
import type { WordContext } from './word-context.ts';
import type { WordPart } from './word-part.ts';
import { wordRuns } from './word-runs.ts';

/** How far each level of contents is set in, in points. */
const LEVEL_INDENT = 12;

/** A real table of contents, filled in: Word makes it anew when it is asked to. */
export function wordContents(contents: Contents, context: WordContext): WordPart[] {
  const { style } = context.document;
  const listed = listedHeadings(contents, context.headingContext);
  const last = listed.length - 1;
  return listed.flatMap(({ heading, depth }, index): WordPart[] => {
    const anchor = context.bookmarks.get(heading);
    if (!anchor) return [];
    const look = depth === 0 ? 'body' : 'small';
    const text = heading.text.filter((one) => one.kind !== 'note');
    const also = { ...runOfLook(style, look), ...(depth === 0 && { bold: true }) };
    const children = [
      ...wordRuns(text, { look, also }, context),
      new TextRun({ ...also, bold: false, children: [new Tab()] }),
      new PageReference(anchor),
    ];
    const options = {
      tabStops: [{ type: 'right', position: twips(context.width), leader: 'dot' } as const],
      indent: { left: twips(depth * LEVEL_INDENT) },
      spacing: { before: twips(depth === 0 ? style['paragraph-gap'] * 1.4 : 0) },
      children: [
        ...(index === 0 ? fieldStart(`TOC \\o "1-${contents.depth}" \\h \\z`) : []),
        new InternalHyperlink({ anchor, children }),
        ...(index === last ? fieldEnd() : []),
      ],
    };
    return [{ kind: 'paragraph', options }];
  });
}

/** A real index of the words that `indexMarks` has marked. Its page numbers come when Word is asked for them. */
export function wordIndex(index: Index, context: WordContext): WordPart[] {
  const { terms, at } = index;
  if (terms.length === 0) return [];
  context.lose({
    what: 'the page numbers of the index: to have Word find them, click in the index and press F9',
    text: '',
    at,
  });
  return terms.map(
    ({ name }, place): WordPart => ({
      kind: 'paragraph',
      options: {
        children: [
          ...(place === 0 ? fieldStart('INDEX \\e ", "') : []),
          new TextRun(xmlSafeText(name)),
          ...(place === terms.length - 1 ? fieldEnd() : []),
        ],
      },
    }),
  );
}

/** Marks the words of an index that are in a text, so that Word finds their pages. They are hidden. */
export function indexMarks(text: readonly Inline[], { indexed }: WordContext): ParagraphChild[] {
  if (indexed.length === 0) return [];
  const words = plainText(text);
  return indexed
    .filter(({ pattern }) => pattern.test(words))
    .map(({ name }) => {
      const entry = xmlSafeText(name).replaceAll('"', '“').replaceAll(':', '\\:');
      return new TextRun({
        vanish: true,
        children: [fieldChar('begin'), new Instruction(`XE "${entry}"`), fieldChar('end')],
      });
    });
}

const fieldStart = (text: string): ParagraphChild[] => [
  new TextRun({ children: [fieldChar('begin')] }),
  new TextRun({ children: [new Instruction(text)] }),
  new TextRun({ children: [fieldChar('separate')] }),
];

const fieldEnd = (): ParagraphChild[] => [new TextRun({ children: [fieldChar('end')] })];

const fieldChar = (type: 'begin' | 'separate' | 'end') =>
  new BuilderElement({ name: 'w:fldChar', attributes: { type: { key: 'w:fldCharType', value: type } } });

/** What a field asks for. The library has no element of its own for it. */
class Instruction extends XmlComponent {
  constructor(text: string) {
    super('w:instrText');
    this.root.push({ _attr: { 'xml:space': 'preserve' } }, ` ${text} `);
  }
}
