import { largest } from '../../../diagnostics/collections/largest.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import { allTextOf, childOf, childrenOf, descendantsOf } from '../xml/xml-queries.ts';

/** What an item of QTI 2 says of the right answers to an interaction. */
export interface Qti2Key {
  readonly cardinality: string;
  /** Values that are right, in order. */
  readonly correct: readonly string[];
  /** What each value earns, in the numbers of the item. */
  readonly scores: ReadonlyMap<string, number>;
}

/** Finds the right answers of an item, by the names of its responses. */
export const qti2Keys = (item: XmlElement): ReadonlyMap<string, Qti2Key> =>
  new Map(
    childrenOf(item, 'responsedeclaration').map((declaration) => [
      declaration.attributes['identifier'] ?? '',
      {
        cardinality: declaration.attributes['cardinality'] ?? 'single',
        correct: childrenOf(childOf(declaration, 'correctresponse') ?? declaration, 'value')
          .map((value) => allTextOf(value).trim())
          .filter((value) => value !== ''),
        scores: new Map(
          descendantsOf(declaration, 'mapentry').map(({ attributes }) => [
            (attributes['mapkey'] ?? '').trim(),
            Number(attributes['mappedvalue'] ?? 0) || 0,
          ]),
        ),
      },
    ]),
  );

/** Gives the share of the marks, in percent, that a value earns. */
export function shareOf(value: string, { correct, scores }: Qti2Key): number {
  if (correct.includes(value)) return 100;
  if (correct.length > 0) {
    const best = largest(correct.map((one) => scores.get(one) ?? 0));
    return best > 0 ? Math.min(99, ((scores.get(value) ?? 0) / best) * 100) : 0;
  }
  const best = largest(scores.values(), 0);
  return best > 0 ? ((scores.get(value) ?? 0) / best) * 100 : 0;
}
