import { appliesTo, type CssRule, readCssRules } from './css-rules.ts';
import type { XmlElement } from './xml-tree.ts';

/**
 * Moves the style sheets of a drawing into the `style` of the elements that they are about. Lines stay those of the author.
 */
export function withStyles(root: XmlElement): XmlElement {
  const rules = readCssRules(sheetsIn(root).join('\n'));
  return rules.length === 0 ? root : styled(root, [], rules);
}

const sheetsIn = (element: XmlElement): string[] =>
  element.name === 'style'
    ? [element.children.filter((child) => typeof child === 'string').join('')]
    : element.children.flatMap((child) => (typeof child === 'string' ? [] : sheetsIn(child)));

function styled(element: XmlElement, around: readonly XmlElement[], rules: readonly CssRule[]): XmlElement {
  const own = rules.filter((rule) => appliesTo(rule, element, around)).map((rule) => rule.declarations);
  const inside = [...around, element];
  const children = element.children.map((child) =>
    typeof child === 'string' ? child : styled(child, inside, rules),
  );
  if (own.length === 0) return { ...element, children };
  const style = [...own, element.attributes['style'] ?? ''].join(';');
  return { ...element, children, attributes: { ...element.attributes, style } };
}
