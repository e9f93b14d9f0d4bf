import { largest } from '../../../diagnostics/collections/largest.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import { allTextOf, childOf, childrenOf, descendantsOf } from '../xml/xml-queries.ts';

/** A condition of QTI 1.2 that gives marks, or says something. */
export interface ScoredAnswer {
  /** The response that it is about. */
  readonly response: string;
  readonly value: string;
  /** How the value is compared. */
  readonly by: 'equal' | 'least' | 'most';
  /** In percent of all marks; undefined if the condition gives none. */
  readonly share: number | undefined;
  readonly feedbackIds: readonly string[];
}

const COMPARISONS: ReadonlyMap<string, ScoredAnswer['by']> = new Map([
  ['varequal', 'equal'],
  ['varsubset', 'equal'],
  ['vargte', 'least'],
  ['vargt', 'least'],
  ['varlte', 'most'],
  ['varlt', 'most'],
]);

/** Finds out which answers of an item of QTI 1.2 earn marks. */
export function qti12Scores(item: XmlElement): ScoredAnswer[] {
  const all = descendantsOf(item, 'respcondition').map((condition) => {
    const marks = childrenOf(condition, 'setvar')
      .map((one) => ({
        value: Number(allTextOf(one)),
        action: (one.attributes['action'] ?? 'Set').toLowerCase(),
      }))
      .filter(({ value }) => !Number.isNaN(value));
    const conditions = childOf(condition, 'conditionvar');
    return {
      answers: conditions ? comparedIn(conditions) : [],
      score: marks.reduce((sum, { value, action }) => sum + (action === 'subtract' ? -value : value), 0),
      isScored: marks.length > 0,
      isTitled: /^(correct)$/i.test(condition.attributes['title'] ?? ''),
      feedbackIds: childrenOf(condition, 'displayfeedback').map(
        ({ attributes }) => attributes['linkrefid'] ?? '',
      ),
    };
  });
  const declared = descendantsOf(item, 'decvar').map(({ attributes }) =>
    Number(attributes['maxvalue'] ?? 'NaN'),
  );
  const best = largest(
    all.map(({ score }) => score),
    0,
  );
  // Where marks are added up, all together may be more than any condition gives.
  const most =
    largest(
      declared.filter((value) => value > 0 && best > 0),
      best,
    ) || 1;
  return all.flatMap(({ answers, score, isScored, isTitled, feedbackIds }) =>
    answers.map((answer) => ({
      ...answer,
      share: isScored ? (score / most) * 100 : isTitled ? 100 : undefined,
      feedbackIds,
    })),
  );
}

/** What is compared in a condition, except what must not be given. */
function comparedIn(element: XmlElement): Pick<ScoredAnswer, 'response' | 'value' | 'by'>[] {
  return childrenOf(element).flatMap((child) => {
    if (child.name === 'not') return [];
    const by = COMPARISONS.get(child.name);
    if (!by) return comparedIn(child);
    return [{ response: child.attributes['respident'] ?? '', value: allTextOf(child).trim(), by }];
  });
}
