import type { InlineStyle } from '../inlines/inline-builder.ts';

/** What an HTML element is on paper. */
export type ElementRule =
  /** Text that looks different. */
  | { readonly sort: 'style'; readonly style: InlineStyle }
  /** As its content, in the same line or as blocks of its own. */
  | { readonly sort: 'inline' | 'block' | 'centre' }
  | { readonly sort: 'break' | 'link' | 'picture' | 'field' | 'rule' | 'preformatted' }
  | { readonly sort: 'heading'; readonly level: 1 | 2 | 3 | 4 | 5 | 6 }
  | { readonly sort: 'list' | 'definitions' | 'quote' | 'details' | 'figure' | 'table' }
  /** Never printed, like the content of `<script>`. */
  | { readonly sort: 'hidden' };

const styled = (style: InlineStyle, names: string): [string, ElementRule][] =>
  names.split(' ').map((name) => [name, { sort: 'style', style }]);

const sorted = (sort: Exclude<ElementRule['sort'], 'style' | 'heading'>, names: string) =>
  names.split(' ').map((name): [string, ElementRule] => [name, { sort }]);

/** The elements that are printed as what they are. The text of any other is printed without it. */
const ELEMENTS: ReadonlyMap<string, ElementRule> = new Map([
  ...styled('bold', 'b strong'),
  ...styled('italic', 'i em cite dfn var'),
  ...styled('underline', 'u ins'),
  ...styled('strike', 's del strike'),
  ...styled('highlight', 'mark'),
  ...styled('key', 'kbd'),
  ...styled('small', 'small'),
  ...styled('code', 'code samp tt'),
  ...styled('sub', 'sub'),
  ...styled('super', 'sup'),
  ...sorted('inline', 'span font abbr time data bdi label picture q wbr source ruby rb rt rp select'),
  ...sorted(
    'block',
    'div p section article header footer main nav address hgroup summary figcaption caption form fieldset legend option optgroup',
  ),
  ...sorted('block', 'li dt dd thead tbody tfoot tr th td colgroup col html body'),
  ...sorted('centre', 'center'),
  ...sorted('break', 'br'),
  ...sorted('link', 'a'),
  ...sorted('picture', 'img'),
  ...sorted('field', 'input'),
  ...sorted('rule', 'hr'),
  ...sorted('preformatted', 'pre'),
  ...sorted('list', 'ul ol'),
  ...sorted('definitions', 'dl'),
  ...sorted('quote', 'blockquote'),
  ...sorted('details', 'details aside'),
  // Components of MDX, which is not HTML; and those of Slidev that show their content step by step.
  ...sorted('details', 'tabitem tab admonition accordion'),
  ...sorted('block', 'tabs v-clicks v-click'),
  ...sorted('figure', 'figure'),
  ...sorted('table', 'table'),
  ...sorted('hidden', 'script style template head title meta link base noembed noframes'),
  ...([1, 2, 3, 4, 5, 6] as const).map((level): [string, ElementRule] => [
    `h${level}`,
    { sort: 'heading', level },
  ]),
]);

/** Gives what an element is on paper; undefined for one that is not known. */
export const elementRule = (name: string): ElementRule | undefined => ELEMENTS.get(name);

const INLINE_SORTS: readonly ElementRule['sort'][] = [
  'style',
  'inline',
  'break',
  'link',
  'picture',
  'field',
  'hidden',
];

/** Whether an element begins a block of its own, and so cannot be inside a line. */
export function isBlockElement(name: string): boolean {
  const rule = elementRule(name);
  return rule !== undefined && !INLINE_SORTS.includes(rule.sort);
}

/** Elements that never have content, or an end tag. */
export const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/** Elements whose end tag may be left out. */
export const UNCLOSED = new Set('p li dt dd tr td th thead tbody tfoot option colgroup'.split(' '));
