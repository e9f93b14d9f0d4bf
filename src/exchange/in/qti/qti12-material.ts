import { blocksInLine } from '../rich-text/blocks-in-line.ts';
import { htmlText } from '../rich-text/html-text.ts';
import type { TextBlock } from '../rich-text/text-block.ts';
import { xmlAsHtml } from '../xml/xml-as-html.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import { allTextOf, childrenOf, descendantsOf } from '../xml/xml-queries.ts';
import { type QtiFile, qtiBlocks } from './qti-file.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Elements that hold words: that of the standard, and those of Blackboard and WebCT. */
const TEXTS = ['mattext', 'localizable_mattext', 'mat_formattedtext'];

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
      if (TEXTS.includes(name)) return textHtml(child);
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
  const { texttype, type = 'text/plain' } = mattext.attributes;
  if (childrenOf(mattext).length > 0) return xmlAsHtml(mattext);
  const text = allTextOf(mattext);
  if (/html/i.test(texttype ?? type)) return text;
  return escaped(text.trim()).replaceAll('\n', '<br>');
}

/** Reads the texts and pictures of an element. */
export const materialBlocks = (element: XmlElement | undefined, file: QtiFile): TextBlock[] =>
  element ? qtiBlocks(materialHtml(element), element, file) : [];

/** The same on one line. */
export const materialLine = (element: XmlElement | undefined, file: QtiFile): string =>
  blocksInLine(materialBlocks(element, file));

/** All words in an element, answers too, piece by piece. */
export const wordsOfMaterial = (element: XmlElement): string[] =>
  TEXTS.flatMap((name) => descendantsOf(element, name)).map((text) => htmlText(allTextOf(text)));

/** The words in an answer that are neither its name nor an option: a sentence whose gaps the options fill, for example. */
export function wordsBesideOptions(response: XmlElement): string {
  const inside = (element: XmlElement): string[] =>
    childrenOf(element).flatMap((child) => {
      if (child.name === 'response_label') return [];
      return child.name === 'material' ? wordsOfMaterial(child) : inside(child);
    });
  return childrenOf(response)
    .filter(({ name }) => name.startsWith('render_'))
    .flatMap(inside)
    .join(' ')
    .trim();
}
