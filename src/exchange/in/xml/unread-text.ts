/** The words of a file of XML from its element number so many on, counted from 0: those that could not be read. */
export function unreadText(xml: string, element: RegExp, count: number): string {
  const starts = [...xml.matchAll(element)].map(({ index }) => index);
  const from = starts[count];
  return from === undefined ? '' : wordsIn(xml.slice(from));
}

const wordsIn = (xml: string): string =>
  xml
    .replace(/<file[\s>][\s\S]*?<\/file>/g, ' ')
    .replace(/<!\[CDATA\[|\]\]>/g, ' ')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
