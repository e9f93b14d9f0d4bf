import type { AskWithNotes } from '../questions/ask-with-notes.ts';
import { type Gap, gapMark } from '../questions/question.ts';
import { blocksInLine } from '../rich-text/blocks-in-line.ts';
import { plainMarkdown } from '../rich-text/plain-markdown.ts';
import { xmlAsHtml } from '../xml/xml-as-html.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import { childOf, childrenOf } from '../xml/xml-queries.ts';
import { type QtiFile, qtiBlocks } from './qti-file.ts';
import { isBeside, isGap } from './qti2-interactions.ts';
import { type Qti2Key, shareOf } from './qti2-keys.ts';

/** Reads a text with gaps to write in, to choose for, or to drag words to. */
export function qti2Gaps(
  body: XmlElement,
  keyOf: (interaction: XmlElement) => Qti2Key,
  file: QtiFile,
): AskWithNotes {
  const gaps: Gap[] = [];
  const add = (gap: Gap): string => {
    gaps.push(gap);
    return gapMark(gaps.length - 1);
  };
  const replace = (element: XmlElement): string | undefined => {
    if (isBeside(element)) return '';
    if (isGap(element)) return add(gapOf(element, keyOf(element), file));
    if (element.name === 'gapmatchinteraction') return draggedHtml(element, keyOf(element), add, file);
    return undefined;
  };
  const stem = qtiBlocks(xmlAsHtml(body, replace), body, file);
  return { ask: { kind: 'cloze', gaps }, stem };
}

const lineOf = (element: XmlElement, file: QtiFile): string =>
  blocksInLine(qtiBlocks(xmlAsHtml(element), element, file));

function gapOf(interaction: XmlElement, key: Qti2Key, file: QtiFile): Gap {
  if (interaction.name === 'textentryinteraction') {
    const values = [...new Set([...key.correct, ...key.scores.keys()])];
    const right = values.filter((value) => shareOf(value, key) > 0);
    const wrong = values.filter((value) => !right.includes(value));
    return { answers: right.map(plainMarkdown), wrong: wrong.map(plainMarkdown), isChosen: false };
  }
  const choices = childrenOf(interaction, 'inlinechoice').map((choice) => ({
    text: lineOf(choice, file),
    isRight: shareOf(choice.attributes['identifier'] ?? '', key) > 0,
  }));
  return {
    answers: choices.filter(({ isRight }) => isRight).map(({ text }) => text),
    wrong: choices.filter(({ isRight }) => !isRight).map(({ text }) => text),
    isChosen: true,
  };
}

/** A text with gaps for words that are listed above it: a response pairs each word with its gap. */
function draggedHtml(
  interaction: XmlElement,
  key: Qti2Key,
  add: (gap: Gap) => string,
  file: QtiFile,
): string {
  const words = childrenOf(interaction).filter(({ name }) => name === 'gaptext' || name === 'gapimg');
  const textOf = new Map(words.map((word) => [word.attributes['identifier'] ?? '', lineOf(word, file)]));
  const pairs = (key.correct.length > 0 ? key.correct : [...key.scores.keys()]).map((pair) =>
    pair.split(/\s+/),
  );
  const right = new Set(pairs.map(([word = '']) => word));
  const wrong = [...textOf].filter(([id]) => !right.has(id)).map(([, text]) => text);
  let isFirst = true;
  const prompt = childOf(interaction, 'prompt');
  const text = xmlAsHtml(interaction, (element) => {
    if (words.includes(element) || element.name === 'prompt') return '';
    if (element.name !== 'gap') return undefined;
    const answers = pairs
      .filter(([, gap]) => gap === element.attributes['identifier'])
      .flatMap(([word = '']) => textOf.get(word) ?? []);
    const gap = { answers, wrong: isFirst ? wrong : [], isChosen: true };
    isFirst = false;
    return add(gap);
  });
  return `${prompt ? `<p>${xmlAsHtml(prompt)}</p>` : ''}${text}`;
}
