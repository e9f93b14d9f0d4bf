import type { MarkdownIt, StateInline } from 'markdown-it';

const LINK = /\[\[([^[\]\n]+)\]\]/y;
const PICTURE = /\.(?:png|jpe?g|svg|gif|webp|bmp|avif)$/i;

/**
 * Obsidian’s links and embeds. `[[Page#Heading|words]]` is its words, with a link if the heading is in the file;
 * `![[picture.png|200]]` is a picture. Other things that are embedded are printed by name, since their text is elsewhere.
 */
export function wikilinks(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('link', 'wikilink', wikilink);
  markdown.inline.ruler.before('image', 'wiki_embed', embed);
}

function wikilink(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src[pos] !== '[' || src[pos + 1] !== '[') return false;
  const found = linkAt(state, pos);
  if (!found) return false;
  if (!silent) {
    const { target, rest } = found;
    state.push('wiki_open', '', 1).meta = { target };
    state.push('text', '', 0).content = rest.join('|') || shownTarget(target);
    state.push('wiki_close', '', -1);
  }
  state.pos += found.length;
  return true;
}

function embed(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src[pos] !== '!' || src[pos + 1] !== '[' || src[pos + 2] !== '[') return false;
  const found = linkAt(state, pos + 1);
  if (!found) return false;
  if (!silent) pushEmbed(state, found);
  state.pos += found.length + 1;
  return true;
}

interface WikiLink {
  readonly target: string;
  /** What follows the target, between bars. */
  readonly rest: readonly string[];
  readonly length: number;
}

/** The link at an offset; undefined for a Markdown link that only begins with two brackets. */
function linkAt({ src, env }: StateInline, at: number): WikiLink | undefined {
  LINK.lastIndex = at;
  const [whole, inner] = LINK.exec(src) ?? [];
  if (whole === undefined || inner === undefined || src[at - 1] === '[') return undefined;
  if (/[(\]]/.test(src[at + whole.length] ?? '')) return undefined;
  const references = (env as { references?: Record<string, unknown> }).references ?? {};
  if (Object.hasOwn(references, inner.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase()))
    return undefined;
  const [target = '', ...rest] = inner.split('|').map((part) => part.trim());
  return target === '' && rest.join('') === '' ? undefined : { target, rest, length: whole.length };
}

function pushEmbed(state: StateInline, { target, rest }: WikiLink): void {
  if (!PICTURE.test(target)) {
    const token = state.push('embed', '', 0);
    token.content = rest.join('|') || shownTarget(target);
    token.meta = { target };
    return;
  }
  const sizes = rest.filter((part) => /^\d+(?:x\d+)?$/.test(part));
  const words = rest.filter((part) => !sizes.includes(part)).join(' ');
  const token = state.push('image', 'img', 0);
  token.attrs = [
    ['src', state.md.normalizeLink(target)],
    ['alt', ''],
  ];
  const width = sizes.at(-1)?.split('x')[0];
  if (width !== undefined) token.attrSet('width', width);
  token.children = [];
  token.content = words;
}

/** A target as Obsidian shows it: `Stems#Bark` is “Stems > Bark”. */
const shownTarget = (target: string): string =>
  target
    .split('#')
    .filter((part) => part !== '' && !part.startsWith('^'))
    .join(' > ') || target.replace(/^#/, '');
