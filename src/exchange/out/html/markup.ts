import { escapeMarkup } from '../xml/escape-markup.ts';
import { xmlSafeText } from '../xml/xml-safe-text.ts';

/** Attributes of an element; those that are undefined are left out. */
type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Elements that hold nothing. */
const EMPTY: readonly string[] = ['br', 'hr', 'img', 'link', 'meta'];

/** Writes an element so that it is good HTML and good XML. What it holds is markup already. */
export function tag(name: string, attributes: Attributes = {}, content = ''): string {
  const set = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${asMarkup(String(value))}"`)
    .join('');
  return EMPTY.includes(name) && content === '' ? `<${name}${set}/>` : `<${name}${set}>${content}</${name}>`;
}

/** Text as markup has it, without the characters that it cannot hold. */
export const asMarkup = (text: string): string => escapeMarkup(xmlSafeText(text));
