import { trueFalseOf } from '../questions/true-false-of.ts';
import { weighAnswers } from '../questions/weigh-answers.ts';
import { plainMarkdown } from '../rich-text/plain-markdown.ts';
import type { TextBlock } from '../rich-text/text-block.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import { childOf, childrenOf, descendantsOf } from '../xml/xml-queries.ts';
import { placeOfElement, type QtiFile, qtiBlocks } from './qti-file.ts';
import type { Qti12Ask } from './qti12-asked.ts';
import { qti12Gaps } from './qti12-gaps.ts';
import { materialBlocks, materialHtml, materialLine } from './qti12-material.ts';
import type { ScoredAnswer } from './qti12-scores.ts';

/** Reads what an item of QTI 1.2 asks. @returns a text that says what is lost, if it can't be asked on paper */
export function qti12Ask(
  item: XmlElement,
  type: string,
  scores: readonly ScoredAnswer[],
  file: QtiFile,
): Qti12Ask | string {
  const presentation = childOf(item, 'presentation');
  if (!presentation) return 'a whole question, because it has nothing that pupils see';
  const lists = descendantsOf(presentation, 'response_lid');
  const texts = [
    ...descendantsOf(presentation, 'response_str'),
    ...descendantsOf(presentation, 'response_num'),
  ];
  if (['response_xy', 'response_grp'].some((name) => descendantsOf(presentation, name).length > 0))
    return 'a whole question, because its answer is a place in a picture';
  if (/file_upload|hot_spot|calculated/.test(type))
    return `a whole question, because its type “${type.replace(/_question$/, '').replaceAll('_', ' ')}” needs a screen`;
  if (lists.length + texts.length === 0)
    return /essay/.test(type)
      ? writtenAsk(item, presentation, type, scores, file)
      : 'a text that asks nothing';
  const isGapped =
    texts.length > 1 || /blanks|dropdowns/.test(type) || (lists.length > 0 && texts.length > 0);
  if (isGapped) return qti12Gaps(presentation, type, scores, file);
  if (texts.length === 1) return writtenAsk(item, presentation, type, scores, file);
  if (lists.length > 1) return pairsAsk(lists, scores, file) ?? qti12Gaps(presentation, type, scores, file);
  return choiceAsk(lists[0]!, type, scores, file, presentation);
}

/** The options of a list, with what they are called in conditions. */
const optionsOf = (list: XmlElement, file: QtiFile) =>
  descendantsOf(list, 'response_label').map((label) => ({
    id: label.attributes['ident'] ?? '',
    isFixed: /^yes$/i.test(
      label.attributes['rshuffle'] === undefined ? 'no' : invert(label.attributes['rshuffle']),
    ),
    text: materialLine(label, file),
  }));

const invert = (shuffles: string): string => (/^no$/i.test(shuffles) ? 'yes' : 'no');

function choiceAsk(
  list: XmlElement,
  type: string,
  scores: readonly ScoredAnswer[],
  file: QtiFile,
  presentation: XmlElement,
): Qti12Ask {
  const own = scores.filter(({ response }) => response === (list.attributes['ident'] ?? ''));
  const answers = optionsOf(list, file).map((option) => {
    const about = own.filter(({ value }) => value === option.id);
    const share = about.reduce((best, one) => (one.share === undefined || best > 0 ? best : one.share), 0);
    return { ...option, share, feedbackIds: about.flatMap(({ feedbackIds }) => feedbackIds) };
  });
  const said = answers.flatMap(({ text, feedbackIds }) =>
    feedbackIds.map((feedbackId) => ({ text, feedbackId })),
  );
  const cardinality = (list.attributes['rcardinality'] ?? 'Single').toLowerCase();
  if (cardinality === 'ordered') return { ask: { kind: 'ordering', steps: inOrder(answers, own) }, said };
  const tools = file.reading.shelf.tools(placeOfElement(list, file), file.reading.losses);
  const { keys, guidance } = weighAnswers(answers, tools);
  const truth = truthOf(answers, type);
  if (truth && keys.size === 1)
    return { ...trueFalseOf(materialBlocks(presentation, file), keys.has(truth)), guidance, said };
  const choices = childrenOf(list).find(({ name }) => name === 'render_choice');
  const shuffles = choices?.attributes['shuffle'];
  return {
    ask: {
      kind: 'multiple-choice',
      options: answers.map((answer) => ({
        text: answer.text,
        key: keys.has(answer),
        pinned: answer.isFixed,
      })),
      anyKey: cardinality === 'single',
      ...(shuffles !== undefined && /^no$/i.test(shuffles) && { shuffle: false }),
    },
    guidance,
    said,
  };
}

/** The option “True”, if the options are that and “False”. */
function truthOf<Option extends { readonly id: string; readonly text: string }>(
  options: readonly Option[],
  type: string,
): Option | undefined {
  const [first, second] = options;
  if (options.length !== 2 || !first || !second) return undefined;
  const isTrue = ({ text }: Option) => /^(true|t)$/i.test(text);
  const isFalse = ({ text }: Option) => /^(false|f)$/i.test(text);
  if (isTrue(first) && isFalse(second)) return first;
  if (isTrue(second) && isFalse(first)) return second;
  return /true_?false/.test(type) ? (/^t/i.test(second.id) ? second : first) : undefined;
}

function inOrder(
  options: readonly { readonly id: string; readonly text: string }[],
  scores: readonly ScoredAnswer[],
): string[] {
  const right = scores.filter(({ share = 0 }) => share > 0).map(({ value }) => value);
  const placed = [...new Set(right)].flatMap((id) => options.find((option) => option.id === id)?.text ?? []);
  return placed.length === options.length ? placed : [];
}

/** Pairs: several lists with the same options, each with a text that is matched. */
function pairsAsk(
  lists: readonly XmlElement[],
  scores: readonly ScoredAnswer[],
  file: QtiFile,
): Qti12Ask | undefined {
  const optionTexts = (list: XmlElement) =>
    descendantsOf(list, 'response_label').map((label) => materialHtml(label));
  const first = JSON.stringify(optionTexts(lists[0]!));
  if (!lists.every((list) => JSON.stringify(optionTexts(list)) === first)) return undefined;
  const pairs = lists.map((list) => {
    const options = optionsOf(list, file);
    const right = scores.find(
      ({ response, share = 0, value }) =>
        response === list.attributes['ident'] && share > 0 && options.some(({ id }) => id === value),
    );
    const left = childrenOf(list).filter(({ name }) => !name.startsWith('render_'));
    return {
      left: materialLine({ ...list, children: left }, file),
      right: options.find(({ id }) => id === right?.value)?.text ?? '',
    };
  });
  const used = new Set(pairs.map(({ right }) => right));
  const extras = optionsOf(lists[0]!, file).filter(({ text }) => text !== '' && !used.has(text));
  return { ask: { kind: 'matching', pairs, extras: [...new Set(extras.map(({ text }) => text))] }, said: [] };
}

function writtenAsk(
  item: XmlElement,
  presentation: XmlElement,
  type: string,
  scores: readonly ScoredAnswer[],
  file: QtiFile,
): Qti12Ask {
  const tools = file.reading.shelf.tools(placeOfElement(item, file), file.reading.losses);
  const exact = scores
    .filter(({ by, value }) => by === 'equal' && value !== '')
    .map(({ value, share, feedbackIds }) => ({ text: plainMarkdown(value), share: share ?? 0, feedbackIds }));
  const range = rangeOf(scores);
  const weighed = weighAnswers(exact, tools);
  const model = descendantsOf(item, 'solutionmaterial').flatMap((one) =>
    qtiBlocks(materialHtml(one), one, file),
  );
  const paragraph = (markdown: string): TextBlock[] => [{ kind: 'paragraph', markdown }];
  const right = exact.filter((answer) => weighed.keys.has(answer)).map(({ text }) => text);
  const all = [...new Set([...right, ...(range === undefined ? [] : [range])])];
  return {
    ask: {
      kind: /essay/.test(type) || (all.length === 0 && type === '') ? 'extended' : 'short',
      answers: model.length > 0 && all.length === 0 ? [model] : all.map(paragraph),
      wrong: [],
    },
    stem: materialBlocks(presentation, file),
    guidance: weighed.guidance,
    said: exact.flatMap(({ text, feedbackIds }) => feedbackIds.map((feedbackId) => ({ text, feedbackId }))),
  };
}

/** The numbers that are right, if they are a range: `2.9–3.1`. */
function rangeOf(scores: readonly ScoredAnswer[]): string | undefined {
  const value = (by: ScoredAnswer['by']) =>
    scores.find((one) => one.by === by && (one.share ?? 0) > 0)?.value;
  const [least, most] = [value('least'), value('most')];
  return least === undefined || most === undefined ? undefined : plainMarkdown(`${least}–${most}`);
}
