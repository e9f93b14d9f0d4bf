import { decodedAddress } from '../../../diagnostics/decoded-address.ts';
import type { BankReading } from '../questions/bank-reading.ts';
import { blocksInLine } from '../rich-text/blocks-in-line.ts';
import { fromBase64 } from '../rich-text/from-base64.ts';
import { holdsHtml, keepBrackets } from '../rich-text/holds-html.ts';
import { htmlBlocks } from '../rich-text/html-blocks.ts';
import { markdownBlocks } from '../rich-text/markdown-blocks.ts';
import { plainBlocks } from '../rich-text/plain-blocks.ts';
import type { TextBlock } from '../rich-text/text-block.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import { allTextOf, childrenOf, textOfChild } from '../xml/xml-queries.ts';

const AT_FILES = /^@@PLUGINFILE@@\/?/;

/**
 * Reads a text of Moodle’s XML, such as `<questiontext format="html">`, with the files in it.
 * @param file the path of the file of XML
 * @param change what to do to the text before it is read
 */
export function moodleBlocks(
  element: XmlElement | undefined,
  file: string,
  reading: BankReading,
  change: (text: string) => string = (text) => text,
): TextBlock[] {
  if (!element) return [];
  const at = { file, line: element.line, column: element.column };
  const files = childrenOf(element, 'file').map((one) => ({
    name: one.attributes['name'] ?? '',
    encoding: one.attributes['encoding'] ?? 'base64',
    data: allTextOf(one),
  }));
  const used = new Set<string>();
  const tools = reading.shelf.tools(at, reading.losses, (source) => {
    const name = decodedAddress(source.replace(AT_FILES, '')).replace(/^.*\//, '').replace(/\?.*$/, '');
    const found = files.find((one) => one.name === name);
    if (!found) return undefined;
    used.add(name);
    const bytes = found.encoding === 'base64' ? fromBase64(found.data) : new TextEncoder().encode(found.data);
    return { name, bytes };
  });
  const text = change(
    textOfChild(element, 'text') ?? allTextOf({ ...element, children: words(element) }).trim(),
  );
  const blocks = inFormat(text, element.attributes['format'] ?? '', tools);
  for (const { name } of files) if (!used.has(name)) tools.lose('a file that the text does not show', name);
  return blocks;
}

/** The same on one line. */
export const moodleLine = (element: XmlElement | undefined, file: string, reading: BankReading): string =>
  blocksInLine(moodleBlocks(element, file, reading));

const words = ({ children }: XmlElement) => children.filter((child) => typeof child === 'string');

function inFormat(text: string, format: string, tools: Parameters<typeof htmlBlocks>[1]): TextBlock[] {
  if (format === 'plain_text') return plainBlocks(text);
  if (format === 'markdown') return markdownBlocks(text, tools);
  if (format === 'html') return htmlBlocks(text, tools);
  return holdsHtml(text) ? htmlBlocks(keepBrackets(text).replaceAll('\n', '<br>'), tools) : plainBlocks(text);
}
