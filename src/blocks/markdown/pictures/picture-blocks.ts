import type { Place } from '../../../diagnostics/diagnostic.ts';
import type { Block, Figure, Inline } from '../../block.ts';
import type { InlinePicture } from '../../picture-content.ts';

/** The least width of a picture beside another, in ems. */
const NARROWEST = 3;

/** A picture of a line, in a place of its own. */
export function figureOf(picture: InlinePicture): Figure {
  const { kind: _, ...content } = picture;
  return { kind: 'figure', ...content };
}

/** Pictures of one line, which stay side by side. */
export function figureRow(pictures: readonly InlinePicture[], at: Place): Block[] {
  const [only, ...others] = pictures.map(figureOf);
  if (!only) return [];
  if (others.length === 0) return [only];
  const columns = [only, ...others].map((figure) => ({
    // A picture that is to fill part of the column fills its own part of the row.
    share: figure.share ?? 1 / pictures.length,
    blocks: [withoutShare(figure)],
  }));
  return [{ kind: 'columns', at, columns, least: NARROWEST }];
}

const withoutShare = ({ share: _, ...figure }: Figure): Figure => figure;

/** The figures of a paragraph that has nothing but pictures, in rows; undefined for any other. */
export function picturesAsBlocks(text: readonly Inline[], at: Place): Block[] | undefined {
  const rows: InlinePicture[][] = [[]];
  for (const inline of text) {
    if (inline.kind === 'picture') rows.at(-1)!.push(inline);
    else if (inline.kind === 'break') rows.push([]);
    else if (inline.kind !== 'text' || inline.text.trim() !== '') return undefined;
  }
  return rows.flat().length === 0 ? undefined : rows.flatMap((row) => figureRow(row, at));
}
