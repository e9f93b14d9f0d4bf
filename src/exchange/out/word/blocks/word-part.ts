import { type IParagraphOptions, Paragraph, type Table } from 'docx';
import { twips } from '../settings/twips.ts';

/** A paragraph that may still be changed, for instance to stay with the next. */
interface WordParagraph {
  readonly kind: 'paragraph';
  readonly options: IParagraphOptions;
}

/** A table, which needs room before it from what comes before: Word knows no space above a table. */
interface WordTable {
  readonly kind: 'table';
  readonly build: (keepNext: boolean) => Table;
  /** In points. */
  readonly gapBefore: number;
  readonly keepNext?: boolean;
}

/** Where what follows is set otherwise: on a new page, or with numbered lines. */
export interface WordTurn {
  readonly kind: 'turn';
  readonly to:
    | { readonly kind: 'page'; readonly recto: boolean; readonly columns?: number }
    | { readonly kind: 'lines'; readonly every: number; readonly first: number }
    /** Back to what was before. */
    | { readonly kind: 'end' };
}

/** A part of a Word document, in order. */
export type WordPart = WordParagraph | WordTable | WordTurn;

/** The least height of a paragraph that only keeps two tables apart, in points. */
const BETWEEN = 4;

/** Where parts are put. */
interface PlaceOfParts {
  /** In a cell, which begins without room above and has to end with a paragraph. */
  readonly inCell?: boolean;
  /** At the top of a page, where styles put no room above; room that was asked for stays. */
  readonly atTop?: boolean;
  /** Outside the lines that are numbered, in a document that has some: LibreOffice would number all of it. */
  readonly unnumbered?: boolean;
}

/** Turns parts into what a section or a cell holds: tables do not touch, or Word would join them, and have room above. */
export function settleParts(
  parts: readonly WordPart[],
  { inCell = false, atTop = false, unnumbered = false }: PlaceOfParts,
): (Paragraph | Table)[] {
  const content = parts.filter((part) => part.kind !== 'turn');
  const settled: (Paragraph | Table)[] = [];
  content.forEach((part, index) => {
    const before = content[index - 1];
    const next = content[index + 1];
    if (part.kind === 'table') {
      if (before?.kind === 'table' || (!before && !inCell && part.gapBefore > 0))
        settled.push(spacer(Math.max(BETWEEN, part.gapBefore), part.keepNext === true, unnumbered));
      settled.push(part.build(part.keepNext === true));
      if (!next && inCell) settled.push(spacer(1, false, false));
      return;
    }
    const { spacing } = part.options;
    const isFirst = !before && (inCell || (atTop && spacing?.before === undefined));
    const after =
      next?.kind === 'table' ? Math.max(spacing?.after ?? 0, twips(next.gapBefore)) : spacing?.after;
    const set = { ...spacing, ...(isFirst && { before: 0 }), ...(after !== undefined && { after }) };
    const isSet = Object.keys(set).length > 0;
    settled.push(
      new Paragraph({
        ...part.options,
        ...(isSet && { spacing: set }),
        ...(unnumbered && { suppressLineNumbers: true }),
      }),
    );
  });
  if (settled.length === 0 && inCell) settled.push(new Paragraph({}));
  return settled;
}

/** An empty paragraph of a height in points. */
const spacer = (height: number, keepNext: boolean, unnumbered: boolean) =>
  new Paragraph({
    spacing: { before: 0, after: 0, line: twips(height), lineRule: 'exact' },
    ...(keepNext && { keepNext }),
    ...(unnumbered && { suppressLineNumbers: true }),
    run: { size: 2 },
  });
