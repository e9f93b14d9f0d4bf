import type { XmlElement } from './xml-node.ts';

/** Elements that HTML closes by itself. */
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/**
 * Writes what is in an element as HTML.
 * @param replace gives the HTML to write in place of an element; undefined writes it as it is
 */
export const xmlAsHtml = (
  { children }: Pick<XmlElement, 'children'>,
  replace: (element: XmlElement) => string | undefined = () => undefined,
): string =>
  children
    .map((child) =>
      typeof child === 'string' ? escaped(child) : (replace(child) ?? written(child, replace)),
    )
    .join('');

function written(element: XmlElement, replace: (element: XmlElement) => string | undefined): string {
  const attributes = Object.entries(element.attributes)
    .map(([name, value]) => ` ${name}="${escaped(value).replaceAll('"', '&quot;')}"`)
    .join('');
  const open = `<${element.name}${attributes}>`;
  return VOID.has(element.name) ? open : `${open}${xmlAsHtml(element, replace)}</${element.name}>`;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
