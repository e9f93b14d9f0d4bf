import { type Styled, styledMarkdown } from '../study-notes/styled-markdown.ts';
import { furnitureOf } from './furniture-of.ts';
import type { PageReading } from './page-reading.ts';
import {
  attributeOf,
  isElement,
  isSilent,
  isTextNode,
  type PageElement,
  type PageNode,
} from './page-tree.ts';

type Style = Pick<Styled, 'bold' | 'italic'>;
/** The style of text that is neither bold nor italic. */
export const UPRIGHT: Style = { bold: false, italic: false };

const BOLD = ['b', 'strong'];
const ITALIC = ['i', 'em', 'cite', 'dfn', 'var'];

const RAISED = new Map([...'0123456789+-=()n'].map((sign, index) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ'][index]!]));
const LOWERED = new Map([...'0123456789+-=()'].map((sign, index) => [sign, [...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'][index]!]));

/** The words of a line of text with their styles. What is there for the page alone, and what Markdown has no way to say, is lost. */
export function inlineParts(nodes: readonly PageNode[], style: Style, context: PageReading): Styled[] {
  return nodes.flatMap((node): Styled[] => {
    if (isTextNode(node)) return [{ text: node.value, ...style }];
    if (!isElement(node) || isSilent(node)) return [];
    return elementParts(node, style, context);
  });
}

function elementParts(element: PageElement, style: Style, context: PageReading): Styled[] {
  const { tagName, childNodes } = element;
  const inner = (next: Style = style) => inlineParts(childNodes, next, context);
  if (tagName === 'br') return [{ text: '', ...style, isBreak: true }];
  if (tagName === 'wbr') return [];
  if (tagName === 'img') {
    const picture = context.picture(element);
    return picture === undefined ? [] : [{ text: picture, ...style, isWritten: true }];
  }
  if (['s', 'strike', 'del'].includes(tagName)) {
    context.lose('text that is crossed out', element);
    return [];
  }
  if (tagName === 'word-note') return [{ text: noteOf(inner(UPRIGHT)), ...style, isWritten: true }];
  if (isTickBox(element))
    return [{ text: element.attrs.some(({ name }) => name === 'checked') ? '☒ ' : '☐ ', ...style }];
  // A button around the words of a heading opens and closes what is below it.
  const furniture = tagName === 'button' ? undefined : furnitureOf(element);
  if (furniture !== undefined) {
    context.lose(furniture, element);
    return [];
  }
  if (tagName === 'a') context.countLink(element);
  if (tagName === 'q') return [{ text: '“', ...style }, ...inner(), { text: '”', ...style }];
  if (tagName === 'sup' || tagName === 'sub') return shifted(inner(), tagName === 'sup' ? RAISED : LOWERED);
  return inner(styleOf(element, style));
}

/** Whether an element is a box to tick, as worksheets have them. */
export const isTickBox = (element: PageElement): boolean =>
  element.tagName === 'input' && attributeOf(element, 'type').toLowerCase() === 'checkbox';

/** A footnote where it is referred to. */
const noteOf = (parts: readonly Styled[]): string => {
  const note = styledMarkdown(parts).replace(/\\\n/g, ' ');
  return note === '' ? '' : `^[${note}]`;
};

function styleOf(element: PageElement, style: Style): Style {
  const css = attributeOf(element, 'style');
  const weight = /font-weight\s*:\s*(bold|bolder|[6-9]00|normal|400)/i.exec(css)?.[1];
  const slant = /font-style\s*:\s*(italic|oblique|normal)/i.exec(css)?.[1];
  return {
    bold: weight === undefined ? style.bold || BOLD.includes(element.tagName) : !/normal|400/i.test(weight),
    italic: slant === undefined ? style.italic || ITALIC.includes(element.tagName) : !/normal/i.test(slant),
  };
}

/** Figures above or below the line have letters of their own. Others, as in 1st, are written on it. */
function shifted(parts: readonly Styled[], letters: ReadonlyMap<string, string>): Styled[] {
  const canBe = parts.every(({ text }) => [...text].every((sign) => letters.has(sign)));
  if (!canBe) return [...parts];
  return parts.map((part) => ({ ...part, text: [...part.text].map((sign) => letters.get(sign)!).join('') }));
}
