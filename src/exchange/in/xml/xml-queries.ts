import type { XmlElement } from './xml-node.ts';

/** The elements in an element, those with a name if one is given. */
export const childrenOf = ({ children }: XmlElement, name?: string): XmlElement[] =>
  children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  );

/** The first element in an element that has a name. */
export const childOf = (element: XmlElement, name: string): XmlElement | undefined =>
  childrenOf(element, name)[0];

/** All elements with a name in an element, however deep. Those in one another are there too. */
export const descendantsOf = (element: XmlElement, name: string): XmlElement[] =>
  childrenOf(element).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...descendantsOf(child, name),
  ]);

/** All characters of an element and of what is in it. */
export const allTextOf = ({ children }: XmlElement): string =>
  children.map((child) => (typeof child === 'string' ? child : allTextOf(child))).join('');

/** The characters of the element with a name in an element, without spaces at their ends; undefined if there is none. */
export const textOfChild = (element: XmlElement, name: string): string | undefined => {
  const child = childOf(element, name);
  return child && allTextOf(child).trim();
};
