import { appliesTo, type CssRule, readCssRules } from './css-rules.ts';
import type { SvgElement } from './svg-tree.ts';

/**
 * Moves the style sheets of a drawing into the `style` of the elements that they are about. Lines stay those of the author.
 * @returns undefined if they have more rules than are read
 */
export function withStyles(root: SvgElement): SvgElement | undefined {
  const rules = readCssRules(sheetsIn(root).join('\n'));
  return rules && (rules.length === 0 ? root : styled(root, [], rules));
}

const sheetsIn = (element: SvgElement): string[] =>
  element.name === 'style'
    ? [element.children.filter((child) => typeof child === 'string').join('')]
    : element.children.flatMap((child) => (typeof child === 'string' ? [] : sheetsIn(child)));

function styled(element: SvgElement, around: readonly SvgElement[], rules: readonly CssRule[]): SvgElement {
  const own = rules.filter((rule) => appliesTo(rule, element, around)).map((rule) => rule.declarations);
  const inside = [...around, element];
  const children = element.children.map((child) =>
    typeof child === 'string' ? child : styled(child, inside, rules),
  );
  if (own.length === 0) return { ...element, children };
  const style = [...own, element.attributes['style'] ?? ''].join(';');
  return { ...element, children, attributes: { ...element.attributes, style } };
}
