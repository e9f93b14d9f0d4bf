import type { InlineStyle } from '../inlines/inline-builder.ts';
import type { Attributes } from './read-tag.ts';

/** How blocks stand in their column; undefined for the left. */
export type HtmlAlignment = 'right' | 'centre' | undefined;

/** The value of a property in a `style` attribute, in small letters. */
const propertyOf = (attributes: Attributes, name: string): string =>
  new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;]*)`, 'i')
    .exec(attributes.get('style') ?? '')?.[1]
    ?.trim()
    .toLowerCase() ?? '';

/** How an element says that its text is aligned, by `align` or by its style; undefined if it does not say. */
export function alignmentOf(attributes: Attributes): 'left' | 'right' | 'centre' | undefined {
  const said = propertyOf(attributes, 'text-align') || (attributes.get('align') ?? '').toLowerCase();
  if (said === 'center' || said === 'middle') return 'centre';
  return said === 'right' || said === 'left' ? said : undefined;
}

/** The looks of text that a style attribute asks for, as word processors and editors write it. */
export function stylesOf(attributes: Attributes): InlineStyle[] {
  if (!attributes.has('style')) return [];
  const decoration = propertyOf(attributes, 'text-decoration(?:-line)?');
  const weight = propertyOf(attributes, 'font-weight');
  const position = propertyOf(attributes, 'vertical-align');
  return [
    ...(weight === 'bold' || weight === 'bolder' || Number(weight) >= 600 ? (['bold'] as const) : []),
    ...(propertyOf(attributes, 'font-style') === 'italic' ? (['italic'] as const) : []),
    ...(decoration.includes('underline') ? (['underline'] as const) : []),
    ...(decoration.includes('line-through') ? (['strike'] as const) : []),
    ...(position === 'sub' ? (['sub'] as const) : position === 'super' ? (['super'] as const) : []),
  ];
}

/** The width that an element asks for by its style or its attribute, as it is written. */
export const widthOf = (attributes: Attributes): string | undefined =>
  propertyOf(attributes, 'width') || attributes.get('width');

/** The same for its height. */
export const heightOf = (attributes: Attributes): string | undefined =>
  propertyOf(attributes, 'height') || attributes.get('height');
