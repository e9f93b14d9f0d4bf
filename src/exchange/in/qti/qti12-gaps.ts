import { type Gap, gapMark } from '../questions/question.ts';
import { plainMarkdown } from '../rich-text/plain-markdown.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import { childrenOf, descendantsOf } from '../xml/xml-queries.ts';
import { type QtiFile, qtiBlocks } from './qti-file.ts';
import type { Qti12Ask } from './qti12-asked.ts';
import { materialHtml, materialLine } from './qti12-material.ts';
import type { ScoredAnswer } from './qti12-scores.ts';

/**
 * Reads a text with gaps: answers are between pieces of it or, as Canvas writes them, below it, and the text has their names in
 * brackets.
 */
export function qti12Gaps(
  presentation: XmlElement,
  type: string,
  scores: readonly ScoredAnswer[],
  file: QtiFile,
): Qti12Ask {
  const gaps: Gap[] = [];
  const names = new Map<string, number>();
  const html = materialHtml(presentation, (response) => {
    gaps.push(gapOf(response, /blanks/.test(type), scores, file));
    const name = nameOf(response, file);
    if (name === '') return ` ${gapMark(gaps.length - 1)} `;
    names.set(name, gaps.length - 1);
    return '';
  });
  const placed = html.replace(/\[([^[\]]+)\]/g, (written, name: string) => {
    const index = names.get(name);
    if (index === undefined) return written;
    names.delete(name);
    return gapMark(index);
  });
  // A gap whose name is not in the text comes after it, with its name.
  const rest = [...names].map(([name, index]) => `<p>${name} ${gapMark(index)}</p>`).join('');
  return {
    ask: { kind: 'cloze', gaps },
    stem: qtiBlocks(placed + rest, presentation, file),
    said: [],
  };
}

/** The text of an answer itself, which is the name of its gap. */
const nameOf = (response: XmlElement, file: QtiFile): string =>
  materialLine(
    { ...response, children: childrenOf(response).filter(({ name }) => !name.startsWith('render_')) },
    file,
  ).replace(/\\(?=\W)/g, '');

function gapOf(response: XmlElement, isTyped: boolean, scores: readonly ScoredAnswer[], file: QtiFile): Gap {
  const ident = response.attributes['ident'] ?? '';
  const right = scores.filter((score) => score.response === ident && (score.share ?? 0) > 0);
  const labels = descendantsOf(response, 'response_label').map((label) => ({
    id: label.attributes['ident'] ?? '',
    text: materialLine(label, file),
  }));
  const isChosen = labels.some(({ text }) => text !== '');
  if (!isChosen)
    return {
      answers: [...new Set(right.map(({ value }) => plainMarkdown(value)))],
      wrong: [],
      isChosen: false,
    };
  // Canvas lists the words that it accepts as if they were options.
  if (isTyped) return { answers: labels.map(({ text }) => text), wrong: [], isChosen: false };
  const isRight = ({ id }: { readonly id: string }) => right.some(({ value }) => value === id);
  const wrong = labels.filter((label) => !isRight(label));
  return {
    answers: labels.filter(isRight).map(({ text }) => text),
    wrong: wrong.map(({ text }) => text),
    isChosen: true,
  };
}
