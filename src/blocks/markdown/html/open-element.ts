import type { Place } from '../../../diagnostics/diagnostic.ts';
import { say } from '../../../words/say.ts';
import { pictureSize } from '../../picture-size.ts';
import type { InlineBuilder, InlineStyle } from '../inlines/inline-builder.ts';
import { linkTarget } from '../inlines/link-target.ts';
import { reportTitle } from '../inlines/report-title.ts';
import { inlinePicture } from '../pictures/inline-picture.ts';
import type { ReadingContext } from '../reading-context.ts';
import { boxTitle } from './box-title.ts';
import { elementRule } from './elements.ts';
import type { Attributes } from './read-tag.ts';
import { reportHtml } from './report-html.ts';
import { heightOf, stylesOf, widthOf } from './style-attribute.ts';

/** An element inside a line that was opened: what closing it takes back. */
export interface OpenElement {
  readonly name: string;
  readonly styles: readonly InlineStyle[];
  /** The target of a link; undefined for other elements. */
  readonly link?: string;
  /** Text printed at its end. */
  readonly after: string;
}

/** A field to write in, on a line of text; in points. */
const FIELD_WIDTH = 90;

/** Opens an element inside a line: what it looks like goes for all text until `closeElement`. */
export function openElement(
  name: string,
  attributes: Attributes,
  builder: InlineBuilder,
  context: ReadingContext,
): OpenElement {
  const { at } = builder;
  const rule = elementRule(name);
  if (!rule) reportHtml(name, false, at, context);
  if (rule?.sort === 'break') builder.add({ kind: 'break' });
  if (rule?.sort === 'picture') builder.addPicture(htmlPicture(attributes, at, context));
  if (rule?.sort === 'field') addField(attributes, builder);
  // A box that begins in the middle of a line is none, but its title is read.
  const title = rule?.sort === 'details' ? boxTitle(name, attributes) : '';
  if (title !== '') builder.addText(`${title}: `);
  if (name === 'q') builder.addText(say(context.words, 'quote-open'));
  const styles = [...(rule?.sort === 'style' ? [rule.style] : []), ...stylesOf(attributes)];
  for (const style of styles) builder.open(style);
  const href = rule?.sort === 'link' ? attributes.get('href') : undefined;
  const link = href === undefined ? undefined : linkTarget(href, at, context.report);
  if (link !== undefined) {
    reportTitle('link', attributes.get('title') ?? '', at, context.report);
    builder.openLink(link);
  }
  return {
    name,
    styles,
    ...(link !== undefined && { link }),
    after: name === 'q' ? say(context.words, 'quote-close') : '',
  };
}

export function closeElement({ styles, link, after }: OpenElement, builder: InlineBuilder): void {
  for (const style of styles) builder.close(style);
  if (link !== undefined) builder.closeLink();
  if (after !== '') builder.addText(after);
}

/** Opens again, in a new line or paragraph, what was open in the one before. */
export function reopenElement({ styles, link }: OpenElement, builder: InlineBuilder): void {
  for (const style of styles) builder.open(style);
  if (link !== undefined) builder.openLink(link);
}

/** The picture of an `<img>`. An empty `alt` says that it shows nothing worth telling; none at all is reported. */
function htmlPicture(attributes: Attributes, at: Place, { report }: ReadingContext) {
  const title = (attributes.get('title') ?? '').trim();
  const size = pictureSize(widthOf(attributes), heightOf(attributes));
  const picture = inlinePicture(
    { address: attributes.get('src') ?? '', alt: attributes.get('alt'), title, size },
    at,
    report,
  );
  if (title !== picture.alt) reportTitle('picture', title, at, report);
  return picture;
}

/** A field of a form: a box to tick, or a rule to write on. */
function addField(attributes: Attributes, builder: InlineBuilder): void {
  const type = attributes.get('type')?.toLowerCase() ?? 'text';
  if (type === 'checkbox' || type === 'radio') builder.addText(attributes.has('checked') ? '☑' : '☐');
  else if (['submit', 'button', 'reset'].includes(type)) builder.addText(attributes.get('value') ?? '');
  else if (type !== 'hidden') builder.add({ kind: 'blank', width: FIELD_WIDTH });
}
