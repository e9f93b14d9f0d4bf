import type { Inline, NoteReference } from '../../../blocks/block.ts';
import { anchorOf } from '../../../blocks/heading-names.ts';
import type { TextRun } from '../../../blocks/text-run.ts';
import { asMarkup, tag } from './markup.ts';
import { pagePicture } from './page-picture.ts';
import type { WebPageContext } from './web-page-context.ts';

/** Turns text into markup. Adjacent runs of one link are one link. */
export function pageInlines(inlines: readonly Inline[], context: WebPageContext): string {
  let markup = '';
  for (let at = 0; at < inlines.length; at++) {
    const link = linkOf(inlines[at]!);
    let end = at + 1;
    if (link !== undefined) while (end < inlines.length && linkOf(inlines[end]!) === link) end++;
    const text = inlines
      .slice(at, end)
      .map((one) => pageInline(one, context))
      .join('');
    markup += link === undefined ? text : linked(link, text, context);
    at = end - 1;
  }
  return markup;
}

const linkOf = (inline: Inline): string | undefined => (inline.kind === 'text' ? inline.link : undefined);

function linked(link: string, text: string, { headings, linkTo }: WebPageContext): string {
  const name = anchorOf(link);
  if (name === undefined) return tag('a', { href: link }, text);
  const heading = headings.get(name);
  return heading ? tag('a', { href: linkTo(heading) }, text) : text;
}

function pageInline(inline: Inline, context: WebPageContext): string {
  switch (inline.kind) {
    case 'text':
      return pageRun(inline);
    case 'break':
      return tag('br');
    case 'blank':
      return inline.width === 'rest'
        ? tag('span', { class: 'rest' })
        : tag('span', { class: 'blank', style: `width:${Math.round(inline.width)}pt` });
    case 'note':
      return pageNote(inline, context);
    case 'picture':
      return pagePicture(inline, context);
  }
}

/** The element for each way of marking text, from the innermost out. */
const ELEMENTS: readonly { readonly name: string; readonly has: (run: TextRun) => boolean }[] = [
  { name: 'code', has: ({ code }) => code === true },
  { name: 'kbd', has: ({ key }) => key === true },
  { name: 'sub', has: ({ script }) => script === 'sub' },
  { name: 'sup', has: ({ script }) => script === 'super' },
  { name: 'mark', has: ({ highlight }) => highlight === true },
  { name: 's', has: ({ strike }) => strike === true },
  { name: 'u', has: ({ underline }) => underline === true },
  { name: 'small', has: ({ small }) => small === true },
  { name: 'em', has: ({ italic }) => italic === true },
  { name: 'strong', has: ({ bold }) => bold === true },
];

function pageRun(run: TextRun): string {
  if (run.gap === 'hidden')
    return tag('span', { class: 'blank', style: `width:${Math.max(3, run.text.length)}ch` });
  const text = asMarkup(run.text);
  const silent = run.box
    ? tag('span', { class: 'box', 'aria-hidden': 'true' }, text)
    : run.alt === undefined
      ? text
      : tag('span', { role: 'img', 'aria-label': run.alt }, text);
  const marked = ELEMENTS.reduce((inner, { name, has }) => (has(run) ? tag(name, {}, inner) : inner), silent);
  return run.lang === undefined ? marked : tag('span', { lang: run.lang, 'xml:lang': run.lang }, marked);
}

/** A reference to a note, which leads there; the note leads back to the first of them. */
function pageNote(note: NoteReference, context: WebPageContext): string {
  if (note.blocks.length === 0) return tag('sup', {}, asMarkup(note.label));
  const number = context.addNote(note, () => context.markup(note.blocks, context));
  const link = { href: `#note${number}`, id: `noteref${number}`, role: 'doc-noteref' };
  return tag('sup', {}, tag('a', link, asMarkup(note.label)));
}
