import type { Heading } from '../../../blocks/block.ts';
import type { Look } from '../../../blocks/look.ts';
import { plainText } from '../../../blocks/plain-text.ts';
import { typeLook } from '../../lines/type-look.ts';
import type { LayoutContext } from '../layout-context.ts';
import { asWide, keptWithNext, type Strip } from '../strip.ts';
import { addNode } from '../structure-draft.ts';
import { setText } from '../text/set-text.ts';

/** Sets a heading, which stays with what comes after it. */
export function setHeading(heading: Heading, columnWidth: number, context: LayoutContext): Strip[] {
  const { style, wide } = context;
  // The title of an entry is above its notes in the margin too.
  const isWide =
    heading.level <= context.entryLevel &&
    wide !== undefined &&
    Math.abs(columnWidth - wide.columnWidth) < 0.01;
  const width = isWide ? wide.width : columnWidth;
  const look: Look =
    heading.look ?? (heading.level === 1 ? 'title' : heading.level === 2 ? 'heading' : 'subheading');
  const hasWords = plainText(heading.text).trim() !== '';
  if (!hasWords && heading.text.every(({ kind }) => kind === 'text' || kind === 'break')) return [];
  const role = `H${context.levels.get(heading) ?? heading.level}` as const;
  const node = addNode(context.parent, hasWords ? role : 'P');
  const strips = setText(
    heading.text,
    {
      look: typeLook(style, look),
      at: heading.at,
      width,
      node,
      shape: 'balanced',
      ...(heading.centred && { align: 'centre' }),
    },
    context,
  );
  const gapBefore = heading.level <= 2 ? style['heading-gap'] : style['heading-gap'] * 0.85;
  return (isWide ? asWide(strips) : strips).map((one, index) => ({
    ...keptWithNext(one),
    ...(index === 0 && { gapBefore, opens: heading.level <= context.entryLevel }),
    ...(index === 0 &&
      hasWords && {
        anchors: [
          {
            title: plainText(heading.text),
            level: heading.level,
            number: context.anchors.get(heading) ?? 0,
            y: 0,
          },
        ],
      }),
  }));
}
