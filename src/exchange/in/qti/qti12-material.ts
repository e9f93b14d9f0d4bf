import { blocksInLine } from '../rich-text/blocks-in-line.ts';
import type { TextBlock } from '../rich-text/text-block.ts';
import { xmlAsHtml } from '../xml/xml-as-html.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import { allTextOf, childrenOf } from '../xml/xml-queries.ts';
import { type QtiFile, qtiBlocks } from './qti-file.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Elements that hold answers, not what is asked. */
const ANSWERS = ['response_lid', 'response_str', 'response_num', 'response_xy', 'response_grp'];

/**
 * Writes the texts and pictures of an element of QTI 1.2 as HTML.
 * @param response gives the HTML to write where an answer is; by default nothing
 */
export function materialHtml(
  element: XmlElement,
  response: (element: XmlElement) => string = () => '',
): string {
  return childrenOf(element)
    .map((child) => {
      const { name, attributes } = child;
      if (ANSWERS.includes(name)) return response(child);
      if (name === 'mattext') return textHtml(child);
      if (name === 'matimage')
        return `<img src="${escaped(attributes['uri'] ?? '').replaceAll('"', '&quot;')}" alt="">`;
      if (name === 'matbreak') return '<br>';
      if (name === 'mataudio' || name === 'matvideo')
        return `<audio src="${escaped(attributes['uri'] ?? '')}"></audio>`;
      return materialHtml(child, response);
    })
    .join(
      element.name === 'flow' || element.name === 'flow_mat' || element.name === 'presentation' ? ' ' : '',
    );
}

function textHtml(mattext: XmlElement): string {
  const { texttype = 'text/plain' } = mattext.attributes;
  if (childrenOf(mattext).length > 0) return xmlAsHtml(mattext);
  const text = allTextOf(mattext);
  if (texttype.includes('html')) return text;
  return escaped(text.trim()).replaceAll('\n', '<br>');
}

/** Reads the texts and pictures of an element. */
export const materialBlocks = (element: XmlElement | undefined, file: QtiFile): TextBlock[] =>
  element ? qtiBlocks(materialHtml(element), element, file) : [];

/** The same on one line. */
export const materialLine = (element: XmlElement | undefined, file: QtiFile): string =>
  blocksInLine(materialBlocks(element, file));
