import type { Block, Inline } from '../../../blocks/block.ts';
import type { InlinePicture, PictureContent } from '../../../blocks/picture-content.ts';
import type { TextRun } from '../../../blocks/text-run.ts';
import { escapeMarkup } from '../xml/escape-markup.ts';
import type { PassageContext } from './passage-context.ts';

/** A blank to write on, where nothing but text can be written. */
const BLANK = '______';

/** Writes a line of text as HTML. @param notes writes the blocks of a note */
export const inlinesAsHtml = (
  inlines: readonly Inline[],
  writing: PassageContext,
  notes: (blocks: readonly Block[]) => string,
): string => inlines.map((inline) => inlineAsHtml(inline, writing, notes)).join('');

function inlineAsHtml(
  inline: Inline,
  writing: PassageContext,
  notes: (blocks: readonly Block[]) => string,
): string {
  switch (inline.kind) {
    case 'text':
      return runAsHtml(inline, writing);
    case 'break':
      return '<br/>';
    case 'blank':
      return BLANK;
    case 'picture':
      return inLink(pictureAsHtml(inline, writing), inline.link, writing);
    case 'note':
      if (inline.blocks.length > 0) writing.notes.set(inline.number, notes(inline.blocks));
      return `<sup>${escapeMarkup(inline.label)}</sup>`;
  }
}

/** The elements around a run, the innermost first, by what the run says of itself. */
const ELEMENTS = [
  ['code', 'code'],
  ['italic', 'em'],
  ['bold', 'strong'],
  ['small', 'small'],
  ['key', 'kbd'],
] as const satisfies readonly (readonly [keyof TextRun, string])[];

/** The same where looks are allowed, and what is lost where they are not. */
const LOOKS = [
  ['strike', 's', 'a line through words'],
  ['underline', 'u', 'a line below words'],
  ['highlight', 'mark', 'the marking of words'],
] as const satisfies readonly (readonly [keyof TextRun, string, string])[];

function runAsHtml(run: TextRun, writing: PassageContext): string {
  if (run.gap === 'hidden') return BLANK;
  const { lang, isStrict } = writing.dialect;
  let html = escapeMarkup(run.text);
  for (const [property, element] of ELEMENTS) if (run[property]) html = `<${element}>${html}</${element}>`;
  for (const [property, element, what] of LOOKS)
    if (run[property] && isStrict) writing.lose(what);
    else if (run[property]) html = `<${element}>${html}</${element}>`;
  if (run.script) html = run.script === 'sub' ? `<sub>${html}</sub>` : `<sup>${html}</sup>`;
  if (run.lang !== undefined) html = `<span ${lang}="${escapeMarkup(run.lang)}">${html}</span>`;
  return inLink(html, run.link, writing);
}

/** Puts a link around HTML. Links within the pack lead nowhere in another program. */
function inLink(html: string, link: string | undefined, writing: PassageContext): string {
  if (link === undefined) return html;
  if (/^(https?|mailto):/i.test(link)) return `<a href="${escapeMarkup(link)}">${html}</a>`;
  writing.lose('a link to another place in the pack');
  return html;
}

/** Writes a picture, or its description where there can be none. */
export function pictureAsHtml(
  picture: InlinePicture | (PictureContent & { readonly at?: InlinePicture['at'] }),
  writing: PassageContext,
): string {
  const address = writing.dialect.pictureAddress(picture.picture);
  if (address === undefined) {
    writing.lose('a picture, of which only the description is left');
    return picture.alt === '' ? '' : `[${escapeMarkup(picture.alt)}]`;
  }
  return `<img src="${escapeMarkup(address)}" alt="${escapeMarkup(picture.alt)}"/>`;
}
