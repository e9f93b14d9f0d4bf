import { Document, Packer } from 'docx';
import { estimatePageNumbers } from 'docx/layout';
import type { Block } from '../../../blocks/block.ts';
import { headingNames } from '../../../blocks/heading-names.ts';
import { innerBlocks } from '../../../blocks/inner-blocks.ts';
import { withMeaningsOnce } from '../../../blocks/with-meanings-once.ts';
import { splitAtPageBreaks } from '../../../layout/block-sections.ts';
import { documentContext } from '../../../layout/document-context.ts';
import { withSizes } from '../../../layout/lines/type-look.ts';
import { mm } from '../../../pages/length.ts';
import { renderDrawing } from '../../../pages/pictures/render-drawing.ts';
import type { FileOut } from '../format-out.ts';
import type { ProductOut } from '../product-out.ts';
import { withCardsInBoxes } from '../products/cards-in-boxes.ts';
import { startLosses } from '../products/start-losses.ts';
import { wordBlocks } from './blocks/word-blocks.ts';
import type { WordContext } from './blocks/word-context.ts';
import type { WordPart } from './blocks/word-part.ts';
import { reproduciblePackage } from './reproducible-package.ts';
import { createWordNotes } from './settings/word-notes.ts';
import { createWordNumbering } from './settings/word-numbering.ts';
import { wordStyles } from './settings/word-styles.ts';
import { wordFurniture } from './word-furniture.ts';
import { columnsOf, wordPage, wordSections } from './word-sections.ts';

/**
 * Writes a document for Word, to be edited: with real headings, lists, tables, notes and answer lines, in the sizes and colours
 * of its style.
 */
export async function writeWord(given: ProductOut): Promise<FileOut> {
  const document = withCardsInBoxes(withTypeOfBoard(given));
  const { losses, lose, loseOfAll } = startLosses(document);
  for (const what of lossesOfLayout(document)) loseOfAll(what);
  const context = startContext(document, lose);
  const furniture = wordFurniture(context);
  const parts = partsOf(document, context);
  const { title, author, lang, style, date } = document;
  const made = new Document({
    title,
    creator: author ?? '',
    lastModifiedBy: author ?? '',
    styles: wordStyles(style, lang),
    numbering: context.numbering.all(),
    footnotes: context.notes.all(),
    // The contents have page numbers before Word is asked for them.
    ...(document.blocks.some(({ kind }) => kind === 'contents') && { pageNumbers: estimatePageNumbers }),
    compatibility: { version: 15 },
    sections: wordSections(parts, document, furniture),
  });
  const packed = await Packer.pack(made, 'uint8array');
  return { bytes: reproduciblePackage(packed, date, { mirrored: document.page['two-sided'] }), losses };
}

/** A board that print fits on one page begins with the smallest type that it may have, so that it has a chance to. */
function withTypeOfBoard(document: ProductOut): ProductOut {
  const { page, style, blocks } = document;
  const { fit } = page;
  if (fit?.pages !== 1 || !blocks.some(({ kind }) => kind === 'board')) return document;
  const first = `${fit.looks[0]}-size` as keyof typeof style;
  const factor = Math.min(1, Math.max(fit.smallest, style['smallest-size']) / Number(style[first]));
  return { ...document, style: withSizes(style, fit.looks, factor) };
}

const COLUMN_GAP = mm(6);

/** The parts of all sections, each as wide as its columns. */
function partsOf(document: ProductOut, context: WordContext): WordPart[] {
  const usual = columnsOf(document);
  return splitAtPageBreaks(withMeaningsOnce(document.blocks)).flatMap((section, index): WordPart[] => {
    const columns = document.style.columns === 'one' ? 1 : (section.columns ?? usual);
    const width = (context.width - COLUMN_GAP * (columns - 1)) / columns;
    const parts = wordBlocks(section.blocks, { ...context, width });
    if (index === 0 && columns === usual) return parts;
    const to = { kind: 'page', recto: section.recto, columns } as const;
    return [{ kind: 'turn', to }, ...parts];
  });
}

function startContext(document: ProductOut, lose: WordContext['lose']): WordContext {
  const headingContext = documentContext(document.blocks);
  const headings = [...headingContext.anchors.keys()];
  const bookmarks = new Map(headings.map((heading, index) => [heading, `heading${index + 1}`]));
  const { width, height } = wordPage(document);
  let drawings = 0;
  return {
    document,
    width,
    height,
    indent: 0,
    levels: headingContext.levels,
    partLevels: headingContext.partLevels,
    bookmarks,
    headings: headingNames(headings),
    headingContext,
    indexed: indexedIn(document.blocks),
    numbering: createWordNumbering(),
    notes: createWordNotes(),
    lose,
    drawPng(svg, size) {
      const raster = renderDrawing(svg, size, document.fonts);
      return raster && Uint8Array.from(Buffer.from(raster.data, 'base64'));
    },
    parts: wordBlocks,
    nextId: () => `drawing${++drawings}`,
  };
}

/** What a Word file cannot have of the pages of a document, whatever is on them. */
function lossesOfLayout(document: ProductOut): string[] {
  const { page, blocks, style } = document;
  const named: [boolean, string][] = [
    [true, 'the fonts: Word shows Cambria, Calibri, Verdana or Consolas, which computers have'],
    [
      page['margin-column'] > 0 && style.columns !== 'one' && blocks.some(hasAside),
      'the margin column: what is in it is in boxes in the text, but for what is printed elsewhere too',
    ],
    [
      page['foot-right'].includes('{turn-over}'),
      'that only pages with another one after them ask to turn over: Word asks on each',
    ],
  ];
  return named.flatMap(([isSo, what]) => (isSo ? [what] : []));
}

const hasAside = (block: Block): boolean =>
  block.kind === 'aside' || innerBlocks(block).some((inner) => inner.some(hasAside));

/** The terms of an index, and what tells that a text has one of their words. */
function indexedIn(blocks: readonly Block[]): WordContext['indexed'] {
  const terms = blocks.flatMap((block) => (block.kind === 'index' ? block.terms : []));
  return terms.flatMap(({ name, words }) => {
    const sought = words.filter((word) => word.trim() !== '' && word.length < LONGEST_TERM);
    if (sought.length === 0) return [];
    const source = sought.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
    return [{ name, pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'u') }];
  });
}

/** Longer names are mentioned nowhere. */
const LONGEST_TERM = 500;
