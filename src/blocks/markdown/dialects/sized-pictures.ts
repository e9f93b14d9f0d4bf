import type { MarkdownIt, StateInline } from 'markdown-it';

/** Pictures with their size behind the address, as HackMD and others write it: `![A leaf](leaf.png =300x200)`. */
export function sizedPictures(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('image', 'sized_picture', sizedPicture);
}

const PICTURE =
  /!\[([^[\]\n]*)\]\([ \t]*<?([^\s<>]+?)>?(?:[ \t]+"([^"\n]*)")?[ \t]+=(\d+%?)?x(\d+%?)?(?:[ \t]+"([^"\n]*)")?[ \t]*\)/y;

function sizedPicture(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src[pos] !== '!') return false;
  PICTURE.lastIndex = pos;
  const [whole, alt = '', address = '', before, width, height, after] = PICTURE.exec(src) ?? [];
  if (whole === undefined || !state.md.validateLink(address)) return false;
  if (!silent) {
    const token = state.push('image', 'img', 0);
    token.content = alt;
    token.children = [];
    token.attrs = [['src', state.md.normalizeLink(address)]];
    for (const [name, value] of [
      ['title', before ?? after],
      ['width', width],
      ['height', height],
    ] as const)
      if (value !== undefined) token.attrSet(name, value);
  }
  state.pos += whole.length;
  return true;
}
