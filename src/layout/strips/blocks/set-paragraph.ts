import type { Paragraph } from '../../../blocks/block.ts';
import type { Look } from '../../../blocks/look.ts';
import { mm } from '../../../pages/length.ts';
import { findLanguage } from '../../language/find-language.ts';
import type { LineShape } from '../../lines/break-lines.ts';
import { legibleScale, type TypeLook, typeLook } from '../../lines/type-look.ts';
import { type LayoutContext, lookOf } from '../layout-context.ts';
import { keptWithNext, type Strip, withGap } from '../strip.ts';
import { addNode } from '../structure-draft.ts';
import { setText } from '../text/set-text.ts';
import { tailRoom, withTail } from './set-tail.ts';

/** The factor by which leading grows in text that is written in. */
const OPEN_LEADING = 1.75;

/** Looks of text that introduces what follows, and is kept with it. */
const LEADING: readonly Look[] = ['label', 'lead'];

/** Sets a paragraph, with what stands at the end of its last line. */
export function setParagraph(paragraph: Paragraph, width: number, outer: LayoutContext): Strip[] {
  const { lang } = paragraph;
  const context = lang === undefined ? outer : { ...outer, language: findLanguage(lang) };
  const { style } = context;
  const black = typeLook(style, lookOf(paragraph.look, context));
  const base = paragraph.quiet ? { ...black, colour: style.quiet } : black;
  const look: TypeLook = paragraph.preformatted
    ? { ...base, size: base.size * legibleScale(base, 0.9) }
    : paragraph.open
      ? { ...base, leading: base.leading * OPEN_LEADING }
      : base;
  const node = addNode(context.parent, 'P', lang === undefined ? {} : { lang });
  const tailWidth = paragraph.tail && paragraph.tailClear ? tailRoom(paragraph.tail, look, context) : 0;
  const strips = setText(
    paragraph.text,
    {
      look,
      at: paragraph.at,
      width: width - tailWidth,
      node,
      shape: shapeOf(paragraph, width, context),
      ...(context.cell && { align: context.cell.align }),
      ...(paragraph.align && { align: paragraph.align }),
      ...(paragraph.centred && { align: 'centre' }),
      turnovers: paragraph.verse === true && !paragraph.centred,
      ...(paragraph.uncounted && { uncounted: paragraph.uncounted }),
      hang: (paragraph.look === 'display' && !paragraph.centred) || context.quoted === true,
    },
    context,
  );
  const gap =
    paragraph.look === 'small' || paragraph.look === 'furniture'
      ? style['paragraph-gap'] / 2
      : style['paragraph-gap'];
  const ended = paragraph.tail
    ? withTail(
        strips,
        paragraph.tail,
        {
          look: paragraph.tailLook ? typeLook(style, paragraph.tailLook) : look,
          at: paragraph.at,
          width,
          node,
        },
        context,
      )
    : strips;
  const kept = LEADING.includes(paragraph.look)
    ? ended.map(keptWithNext)
    : paragraph.leads
      ? ended.map((one, index) => (index === ended.length - 1 ? keptWithNext(one) : one))
      : ended;
  return withGap(kept, gap);
}

/** Narrower columns are set ragged, since even the best breaks would leave wide spaces; in points. */
const NARROWEST_JUSTIFIED = mm(90);

function shapeOf(
  paragraph: Paragraph,
  width: number,
  { style, cell, quoted, listed }: LayoutContext,
): LineShape {
  if (paragraph.balanced) return 'balanced';
  const filled =
    style['text-align'] === 'justified' &&
    paragraph.look === 'body' &&
    !paragraph.preformatted &&
    !paragraph.verse &&
    !paragraph.ragged &&
    // In quotations the opening mark hangs as a whole, and in lists not at all: justified lines would hang by a part.
    !quoted &&
    !listed &&
    !cell;
  return filled && width > NARROWEST_JUSTIFIED ? 'justified' : 'ragged';
}
