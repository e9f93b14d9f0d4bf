import type { ImportedEntry } from '../imported.ts';
import { feedbackList } from '../questions/feedback-list.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import { allTextOf, childOf, childrenOf, descendantsOf, textOfChild } from '../xml/xml-queries.ts';
import { placeOfElement, type QtiFile } from './qti-file.ts';
import { qti12Ask } from './qti12-ask.ts';
import type { Qti12Ask } from './qti12-asked.ts';
import { materialBlocks, materialLine, wordsBesideOptions, wordsOfMaterial } from './qti12-material.ts';
import { qti12Scores } from './qti12-scores.ts';

/** Reads a question of QTI 1.2. */
export function readQti12Item(item: XmlElement, tags: readonly string[], file: QtiFile): ImportedEntry[] {
  const at = placeOfElement(item, file);
  const { reading } = file;
  const scores = qti12Scores(item);
  const facts = metadataOf(item);
  const raw = wordsOf(item);
  const asked = qti12Ask(item, facts.get('question_type') ?? facts.get('cc_profile') ?? '', scores, file);
  if (typeof asked === 'string') {
    reading.lose(asked, raw, at);
    return [];
  }
  for (const response of ['response_lid', 'response_str'].flatMap((name) => descendantsOf(item, name))) {
    const beside = wordsBesideOptions(response);
    if (beside !== '')
      reading.lose('what is written between the options', beside, placeOfElement(response, file));
  }
  const { ident, title } = item.attributes;
  const feedback = childrenOf(item, 'itemfeedback');
  const said = asked.said.filter(({ feedbackId, text }) => isOfOne(feedbackId, text, asked.said));
  const ofAnswers = new Set(said.map(({ feedbackId }) => feedbackId));
  const general = feedback.filter(({ attributes }) => !ofAnswers.has(attributes['ident'] ?? ''));
  const byId = new Map(feedback.map((one) => [one.attributes['ident'] ?? '', one]));
  const says = said.map(({ text, feedbackId }) => {
    const found = byId.get(feedbackId);
    return { text, says: found ? materialLine(found, file) : '' };
  });
  const points = Number(
    facts.get('points_possible') ?? facts.get('cc_weighting') ?? facts.get('qmd_weighting') ?? 'NaN',
  );
  return reading.entry({
    at,
    ...(ident && { id: ident }),
    ...(title && { title }),
    stem: asked.stem ?? materialBlocks(childOf(item, 'presentation'), file),
    ask: asked.ask,
    ...(points > 0 && { marks: points }),
    tags,
    rationale: [...general.flatMap((one) => materialBlocks(one, file)), ...feedbackList(says)],
    guidance: asked.guidance ?? [],
    raw,
  });
}

/** Whether something is said of one answer alone. */
const isOfOne = (id: string, text: string, all: Qti12Ask['said']): boolean =>
  all.every((one) => one.feedbackId !== id || one.text === text);

/** What the program that wrote an item says of it. */
const metadataOf = (item: XmlElement): Map<string, string> =>
  new Map(
    descendantsOf(item, 'qtimetadatafield').map((field) => [
      (textOfChild(field, 'fieldlabel') ?? '').toLowerCase(),
      textOfChild(field, 'fieldentry') ?? '',
    ]),
  );

const wordsOf = (item: XmlElement): string =>
  [
    item.attributes['title'] ?? '',
    ...wordsOfMaterial(item),
    ...descendantsOf(item, 'varequal').map(allTextOf),
  ].join('\n');
