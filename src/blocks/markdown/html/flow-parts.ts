import type { Token } from 'markdown-it';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import type { Place } from '../../../diagnostics/diagnostic.ts';
import { withoutOriginMarks } from '../../../diagnostics/origin.ts';
import type { Block } from '../../block.ts';

/** HTML, with what Markdown has between its tags: whole blocks, or pieces of a line. */
export type FlowPart =
  | { readonly html: string; readonly at: Place }
  | { readonly blocks: readonly Block[] }
  | { readonly token: Token };

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

/** HTML parsed as one: an element stands for each part that is Markdown. */
export interface FlowTree {
  readonly nodes: readonly HtmlNode[];
  /** The part that a node stands for; undefined for HTML. */
  partAt(node: HtmlElement): Exclude<FlowPart, { html: string }> | undefined;
  placeOf(node: HtmlElement): Place;
}

/** The name of the elements that stand for Markdown. No author can write it, since this character is refused in texts. */
const STAND_IN = 'md\uE00F';

/** Parses parts as a browser would parse them, with all that it does about tags that are left out or misplaced. */
export function parseParts(parts: readonly FlowPart[], at: Place): FlowTree {
  let html = '';
  const starts: { offset: number; text: string; at: Place }[] = [];
  const markdown: Exclude<FlowPart, { html: string }>[] = [];
  for (const part of parts) {
    if ('html' in part) {
      // Browsers keep nothing but options in a list of choices: what stands for Markdown would fall out of it.
      const text = withoutOriginMarks(part.html).replace(/<(\/?)select(?=[\s>])/gi, '<$1span  ');
      starts.push({ offset: html.length, text, at: part.at });
      html += text;
    } else {
      html += `<${STAND_IN} id="${markdown.length}"></${STAND_IN}>`;
      markdown.push(part);
    }
  }
  return {
    nodes: parseFragment(html, { sourceCodeLocationInfo: true }).childNodes,
    partAt: ({ tagName, attrs }) => (tagName === STAND_IN ? markdown[Number(attrs[0]?.value)] : undefined),
    placeOf: ({ sourceCodeLocation }) => {
      const offset = sourceCodeLocation?.startOffset ?? 0;
      const start = starts.findLast((one) => one.offset <= offset);
      if (!start) return at;
      const lines = start.text.slice(0, offset - start.offset).split('\n');
      const first = lines.length === 1 ? start.at.column - 1 : 0;
      return {
        file: start.at.file,
        line: start.at.line + lines.length - 1,
        column: first + lines.at(-1)!.length + 1,
      };
    },
  };
}
