import type { Columns, Inline } from '../block.ts';
import type { ExpandTools } from './named-block.ts';

/**
 * Lines for the pupil to fill in, side by side: name, class, date or anything else; the first is the longest.
 * @param values what is filled in already, in the order of the labels
 */
export function linesToFillIn(
  labels: readonly string[],
  { at, plain, placeIn }: Pick<ExpandTools, 'at' | 'plain' | 'placeIn'>,
  values: readonly string[] = [],
): Columns {
  return {
    kind: 'columns',
    at,
    columns: labels.map((label, index) => {
      const value = values[index] ?? '';
      const filled: Inline[] =
        value === ''
          ? [{ kind: 'blank', width: 'rest' }]
          : plain(value).map((run) => ({ ...run, bold: true }));
      return {
        share: index === 0 ? 5 : 2.5,
        blocks: [
          {
            kind: 'paragraph',
            at: value === '' ? at : placeIn(value),
            look: 'small',
            text: [...plain(label), ...plain('\u00A0'), ...filled],
          },
        ],
      };
    }),
  };
}
