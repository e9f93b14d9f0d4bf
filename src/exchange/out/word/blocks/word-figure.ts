import { TextRun } from 'docx';
import type { Diagram, DrawingBlock, Figure, SquareGrid } from '../../../../blocks/block.ts';
import { drawnBlock } from '../../products/drawn-block.ts';
import { twips } from '../settings/twips.ts';
import type { WordContext } from './word-context.ts';
import type { WordPart } from './word-part.ts';
import { imageOf, wordImage } from './word-picture.ts';
import { wordRuns } from './word-runs.ts';

/** A picture in the middle of its column, with its caption below. */
export function wordFigure(figure: Figure, context: WordContext): WordPart[] {
  const { style } = context.document;
  const { caption, emblem } = figure;
  const children = wordImage(figure, context, (text) => new TextRun({ text }));
  const place = emblem === undefined ? ({ alignment: 'center' } as const) : {};
  const gap = twips(style['paragraph-gap'] * 1.5);
  const picture: WordPart = {
    kind: 'paragraph',
    options: {
      ...place,
      ...(context.indent > 0 && { indent: { left: twips(context.indent) } }),
      spacing: { before: gap, line: 240, lineRule: 'auto' },
      ...(caption && { keepNext: true }),
      children,
    },
  };
  if (!caption) return [picture];
  return [
    picture,
    {
      kind: 'paragraph',
      options: {
        style: 'SmallText',
        alignment: 'center',
        children: wordRuns(caption, { look: 'small' }, context),
      },
    },
  ];
}

/** What print draws: a picture of it, with the table that says the same where print has one. */
export function wordDrawn(block: Diagram | DrawingBlock | SquareGrid, context: WordContext): WordPart[] {
  const { document, width, height, nextId, drawPng, lose } = context;
  const { drawing, key } = drawnBlock(block, { width, height }, nextId(), document);
  const data = drawing && drawPng(drawing.svg, drawing);
  const table = key ? context.parts([key], context) : [];
  if (!data) {
    lose({ what: 'a drawing that has no room, or could not be made', text: block.alt, at: block.at });
    return table;
  }
  lose({ what: 'that a drawing can be changed: in Word it is a picture', text: '', at: block.at });
  return [
    {
      kind: 'paragraph',
      options: {
        alignment: 'center',
        spacing: { before: twips(document.style['paragraph-gap'] * 1.5), line: 240, lineRule: 'auto' },
        ...(table.length > 0 && { keepNext: true }),
        children: [imageOf(data, 'png', drawing, block.alt)],
      },
    },
    ...table,
  ];
}
