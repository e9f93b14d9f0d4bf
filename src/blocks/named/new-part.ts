import * as z from 'zod';
import { defineBlock } from './named-block.ts';
import { quotationFields, quoteOf } from './quotation.ts';

/**
 * A part of a book begins on the next right-hand page. If the left-hand page before it would be blank, it has a title and
 * quotations from the part.
 */
export const newPart = defineBlock({
  name: 'new-part',
  fields: z.strictObject({
    title: z.string().min(1),
    quotations: z.array(z.strictObject(quotationFields)).default([]),
  }),
  expand({ title, quotations }, tools) {
    const { at, plain, placeIn } = tools;
    const shown = shortest(quotations);
    const space = (height: number) => ({ kind: 'space', at, height, fill: 1 }) as const;
    const facing =
      shown.length === 0
        ? []
        : [
            space(0),
            { kind: 'paragraph', at: placeIn(title), look: 'label', text: plain(title) } as const,
            ...shown.flatMap((one) => [space(12), quoteOf(one, 'display', tools)]),
            space(0),
          ];
    return [{ kind: 'page-break', at, recto: true, facing }];
  },
});

/** The quotations of a page are few and short, so that they can be large. */
const MOST = 3;

function shortest<Q extends { readonly words: readonly string[] }>(quotations: readonly Q[]): Q[] {
  const length = ({ words }: Q) => words.join(' ').length;
  const chosen = [...quotations].sort((a, b) => length(a) - length(b)).slice(0, MOST);
  return quotations.filter((one) => chosen.includes(one));
}
