import { ownValue } from '../../../diagnostics/collections/own-value.ts';
import { attributeOf, type PageElement } from './page-tree.ts';

/** What an element is that is there for the page and not for its text, by its name. */
const BY_NAME: Readonly<Record<string, string>> = {
  nav: 'navigation',
  aside: 'a side column',
  footer: 'the foot of the page',
  form: 'a form',
  button: 'a button',
  input: 'a form',
  select: 'a form',
  textarea: 'a form',
  dialog: 'a window',
  audio: 'an audio player',
  video: 'a video',
  iframe: 'something from another page',
  object: 'something from another program',
  embed: 'something from another program',
  canvas: 'a drawing',
  svg: 'a drawing',
  noscript: 'what is shown without scripts',
  math: 'an equation',
};

const BY_ROLE: Readonly<Record<string, string>> = {
  navigation: 'navigation',
  banner: 'the head of the page',
  contentinfo: 'the foot of the page',
  complementary: 'a side column',
  search: 'a search field',
  dialog: 'a window',
  alert: 'a notice',
  button: 'a button',
  form: 'a form',
};

/** Words in classes and ids, between hyphens, that say what a part of a page is for. */
const BY_CLASS: readonly (readonly [RegExp, string])[] = [
  [/^(nav|navbar|navigation|menu|breadcrumbs?|pagination|pager|skip|skiplink|tabs|toolbar)$/, 'navigation'],
  [/^(toc|contents)$/, 'a list of contents'],
  [
    /^(ad|ads|adslot|advert|adverts|advertisement|sponsor|sponsored|promo|promotion|banner|upsell|cta)$/,
    'an advertisement',
  ],
  [/^(share|sharing|social|addthis|sharedaddy)$/, 'buttons to share the page'],
  [
    /^(newsletter|signup|subscribe|subscription|optin|paywall|login|signin|register)$/,
    'an invitation to sign up',
  ],
  [/^(audio|player|audioplayer|podcast|listen)$/, 'an audio player'],
  [/^(cookie|cookies|consent|gdpr)$/, 'a notice on cookies'],
  [/^(comments?|respond|disqus|discussion-thread)$/, 'comments of readers'],
  [/^(related|recommended|recommendations|readmore|more-like-this)$/, 'links to other pages'],
  [/^(sidebar)$/, 'a side column'],
  [/^(modal|popup|overlay|tooltip)$/, 'a window'],
  [/^(readingtime|reading-time|readtime|read-time)$/, 'the reading time'],
  [/^(mw-editsection|editsection)$/, 'links to edit the page'],
];

/** Says what an element is if it is not part of the text of its page; undefined if it may be. */
export function furnitureOf(element: PageElement): string | undefined {
  const { tagName } = element;
  if (attributeOf(element, 'hidden') !== '' || element.attrs.some(({ name }) => name === 'hidden'))
    return 'something hidden';
  if (/display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributeOf(element, 'style')))
    return 'something hidden';
  const role = ownValue(BY_ROLE, attributeOf(element, 'role').toLowerCase());
  if (role !== undefined) return role;
  const named = Object.hasOwn(BY_NAME, tagName) ? BY_NAME[tagName] : undefined;
  if (named !== undefined) return named;
  if (attributeOf(element, 'aria-hidden') === 'true') return 'something hidden';
  if (['html', 'body', 'main', 'article'].includes(tagName) || /^h[1-6]$/.test(tagName)) return undefined;
  const words = `${attributeOf(element, 'class')} ${attributeOf(element, 'id')}`.toLowerCase().split(/\s+/);
  // Of a name such as newsletter-box, its first and last words say what it is; has-sidebar is something else.
  const names = words.flatMap((word) => {
    const parts = word.split(/[-_]+/);
    return /^(has|with|no|is)$/.test(parts[0] ?? '')
      ? []
      : [word, parts[0]!, ...(parts.length < 4 ? [parts.at(-1)!] : [])];
  });
  return BY_CLASS.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1];
}
