import type { Token } from 'markdown-it';

/** Attributes behind a picture: `{width=50%}`, `{#fig-map .wide}`, and kramdown’s `{: width="50%"}`. */
const ATTRIBUTES = /^\{:?\s*((?:[#.][\w:-]+|[\w-]+=(?:"[^"]*"|'[^']*'|[^\s"'{}]+)|-|\s+)*)\}/;
const PAIR = /([\w-]+)=(?:"([^"]*)"|'([^']*)'|([^\s"'{}]+))/g;

/** Takes attributes out of the text behind pictures, and behind links around pictures, and gives them to the pictures. */
export function readPictureAttributes(children: readonly Token[]): void {
  let picture: Token | undefined;
  for (const token of children) {
    if (token.type === 'image') picture = token;
    else if (token.type === 'text' && picture) {
      const [whole, inside = ''] = ATTRIBUTES.exec(token.content) ?? [];
      if (whole !== undefined) {
        for (const [, name = '', ...values] of inside.matchAll(PAIR))
          picture.attrSet(name.toLowerCase(), values.find((value) => value !== undefined) ?? '');
        token.content = token.content.slice(whole.length);
      }
      picture = undefined;
    } else if (token.type !== 'link_close') picture = undefined;
  }
}
