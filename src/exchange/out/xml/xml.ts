import { escapeMarkup } from './escape-markup.ts';

/** Attributes of an element; those that are undefined are left out. */
type Attributes = Readonly<Record<string, string | number | undefined>>;

/** The first line of every XML file. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/**
 * Writes an element.
 * @param content what is in it, as XML: texts are joined as they are, elements of a list get a line each
 */
export function element(
  name: string,
  attributes: Attributes = {},
  content: string | readonly string[] = '',
): string {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escapeMarkup(String(value))}"`]))
    .join('');
  const inside = typeof content === 'string' ? content : content.filter((part) => part !== '').join('\n');
  if (inside === '') return `<${name}${written}/>`;
  return typeof content === 'string'
    ? `<${name}${written}>${inside}</${name}>`
    : `<${name}${written}>\n${inside}\n</${name}>`;
}
