import type { XmlElement } from '../xml/xml-node.ts';

/**
 * Gives elements and attributes of QTI 2 and 3 the same names: `simpleChoice` and `qti-simple-choice` become `simplechoice`,
 * `responseIdentifier` and `response-identifier` become `responseidentifier`.
 */
export const plainQtiNames = (element: XmlElement): XmlElement => ({
  ...element,
  name: plain(element.name),
  attributes: Object.fromEntries(
    Object.entries(element.attributes).map(([name, value]) => [plain(name), value]),
  ),
  children: element.children.map((child) => (typeof child === 'string' ? child : plainQtiNames(child))),
});

const plain = (name: string): string => name.replace(/^qti-/, '').replaceAll('-', '').toLowerCase();
