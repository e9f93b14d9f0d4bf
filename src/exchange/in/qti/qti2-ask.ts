import type { AskWithNotes } from '../questions/ask-with-notes.ts';
import { feedbackList } from '../questions/feedback-list.ts';
import { trueFalseOf } from '../questions/true-false-of.ts';
import { weighAnswers } from '../questions/weigh-answers.ts';
import { blocksInLine } from '../rich-text/blocks-in-line.ts';
import { plainMarkdown } from '../rich-text/plain-markdown.ts';
import type { TextBlock } from '../rich-text/text-block.ts';
import { xmlAsHtml } from '../xml/xml-as-html.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import { childOf, childrenOf, descendantsOf } from '../xml/xml-queries.ts';
import { placeOfElement, type QtiFile, qtiBlocks } from './qti-file.ts';
import { qti2Gaps } from './qti2-gaps.ts';
import { isBeside, isGap } from './qti2-interactions.ts';
import { type Qti2Key, shareOf } from './qti2-keys.ts';
import { qti2Pairs } from './qti2-pairs.ts';

const NO_KEY: Qti2Key = { cardinality: 'single', correct: [], scores: new Map() };

/** Reads what an item of QTI 2 asks. @returns a text that says what is lost, if it can't be asked on paper */
export function qti2Ask(
  body: XmlElement,
  interactions: readonly XmlElement[],
  keys: ReadonlyMap<string, Qti2Key>,
  file: QtiFile,
): AskWithNotes | string {
  const [only] = interactions;
  if (!only) return 'a text that asks nothing';
  const keyOf = ({ attributes }: XmlElement): Qti2Key =>
    keys.get(attributes['responseidentifier'] ?? '') ?? NO_KEY;
  if (interactions.every(isGap)) {
    const single = interactions.length === 1 ? writtenEntry(body, only, keyOf(only), file) : undefined;
    return single ?? qti2Gaps(body, keyOf, file);
  }
  if (interactions.length > 1) return 'a whole question, because it asks several things in different ways';
  if (only.name === 'gapmatchinteraction') return qti2Gaps(body, keyOf, file);
  const stem = stemOf(body, only, file);
  const key = keyOf(only);
  switch (only.name) {
    case 'choiceinteraction':
      return choiceAsk(only, key, stem, file);
    case 'hottextinteraction':
      return hotTextAsk(only, key, stem, file);
    case 'orderinteraction':
      return { ask: { kind: 'ordering', steps: stepsOf(only, key, file) }, stem };
    case 'matchinteraction':
    case 'associateinteraction':
      return qti2Pairs(only, key, stem, file);
    case 'extendedtextinteraction': {
      const answers = key.correct.map((text): TextBlock[] => [
        { kind: 'paragraph', markdown: plainMarkdown(text) },
      ]);
      return { ask: { kind: answers.length > 0 ? 'short' : 'extended', answers, wrong: [] }, stem };
    }
    default:
      return `a whole question, because its “${only.name.replace(/interaction$/, '')}” needs a screen`;
  }
}

/** The text of an item without its interaction, but with the prompt of that. */
function stemOf(body: XmlElement, interaction: XmlElement, file: QtiFile): TextBlock[] {
  const prompt = childOf(interaction, 'prompt');
  const html = xmlAsHtml(body, (element) => {
    if (isBeside(element)) return '';
    return element === interaction ? `<div>${prompt ? xmlAsHtml(prompt) : ''}</div>` : undefined;
  });
  return qtiBlocks(html, body, file);
}

const lineOf = (element: XmlElement, file: QtiFile): string =>
  blocksInLine(
    qtiBlocks(
      xmlAsHtml(element, (inner) => (isBeside(inner) ? '' : undefined)),
      element,
      file,
    ),
  );

const feedbackOf = (element: XmlElement, file: QtiFile): string =>
  descendantsOf(element, 'feedbackinline')
    .map((one) => blocksInLine(qtiBlocks(xmlAsHtml(one), one, file)))
    .join(' ');

function choiceAsk(
  interaction: XmlElement,
  key: Qti2Key,
  stem: readonly TextBlock[],
  file: QtiFile,
): AskWithNotes {
  const choices = childrenOf(interaction, 'simplechoice').map((choice) => ({
    text: lineOf(choice, file),
    share: shareOf(choice.attributes['identifier'] ?? '', key),
    says: feedbackOf(choice, file),
    pinned: choice.attributes['fixed'] === 'true',
  }));
  const tools = file.reading.shelf.tools(placeOfElement(interaction, file), file.reading.losses);
  const { keys, guidance } = weighAnswers(choices, tools);
  const rationale = feedbackList(choices);
  const isTruth =
    choices.length === 2 && /^true$/i.test(choices[0]!.text) && /^false$/i.test(choices[1]!.text);
  if (isTruth && keys.size === 1) return { ...trueFalseOf(stem, keys.has(choices[0]!)), rationale, guidance };
  return {
    ask: {
      kind: 'multiple-choice',
      options: choices.map((choice) => ({ text: choice.text, key: keys.has(choice), pinned: choice.pinned })),
      anyKey: key.cardinality === 'single',
      ...(interaction.attributes['shuffle'] !== 'true' && { shuffle: false }),
    },
    stem,
    rationale,
    guidance,
  };
}

/** Words in a text of which some are to be marked: they become options below it. */
function hotTextAsk(
  interaction: XmlElement,
  key: Qti2Key,
  stem: readonly TextBlock[],
  file: QtiFile,
): AskWithNotes {
  const words = descendantsOf(interaction, 'hottext').map((word) => ({
    text: lineOf(word, file),
    share: shareOf(word.attributes['identifier'] ?? '', key),
  }));
  const tools = file.reading.shelf.tools(placeOfElement(interaction, file), file.reading.losses);
  const { keys, guidance } = weighAnswers(words, tools);
  const text = qtiBlocks(
    xmlAsHtml(interaction, ({ name }) => (name === 'prompt' ? '' : undefined)),
    interaction,
    file,
  );
  return {
    ask: {
      kind: 'multiple-choice',
      options: words.map((word) => ({ text: word.text, key: keys.has(word) })),
      shuffle: false,
    },
    stem: [...stem, ...text],
    guidance,
  };
}

function stepsOf(interaction: XmlElement, { correct }: Qti2Key, file: QtiFile): string[] {
  const steps = new Map(
    childrenOf(interaction, 'simplechoice').map((choice) => [choice.attributes['identifier'] ?? '', choice]),
  );
  const placed = correct.flatMap((id) => steps.get(id) ?? []);
  return placed.length === steps.size ? placed.map((step) => lineOf(step, file)) : [];
}

/** A single answer of a few words at the end of a question. @returns undefined if it is a gap within a text */
function writtenEntry(
  body: XmlElement,
  gap: XmlElement,
  key: Qti2Key,
  file: QtiFile,
): AskWithNotes | undefined {
  if (gap.name !== 'textentryinteraction') return undefined;
  const mark = '\uE102';
  const html = xmlAsHtml(body, (element) => {
    if (isBeside(element)) return '';
    return element === gap ? mark : undefined;
  });
  const bare = html.replace(/<[^<>]*>/g, ' ').trim();
  if (!bare.endsWith(mark)) return undefined;
  const stem = qtiBlocks(html.replace(mark, ''), body, file);
  if (stem.length === 0) return undefined;
  const tools = file.reading.shelf.tools(placeOfElement(gap, file), file.reading.losses);
  const values = [...new Set([...key.correct, ...key.scores.keys()])];
  const answers = values.map((value) => ({ text: plainMarkdown(value), share: shareOf(value, key) }));
  const { keys, guidance } = weighAnswers(answers, tools);
  const right = answers.filter((answer) => keys.has(answer));
  return {
    ask: {
      kind: 'short',
      answers: right.map(({ text }): TextBlock[] => [{ kind: 'paragraph', markdown: text }]),
      wrong: answers.filter(({ share }) => share <= 0).map(({ text }) => text),
    },
    stem,
    guidance,
  };
}
