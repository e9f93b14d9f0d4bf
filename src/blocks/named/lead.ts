import * as z from 'zod';
import { withoutOriginMarks } from '../../diagnostics/origin.ts';
import { yesOrNo } from '../../diagnostics/yaml/check-yaml.ts';
import type { Block, Inline, Paragraph } from '../block.ts';
import { defineBlock } from './named-block.ts';

/** The sentence under a title that says what the page argues, over the whole width of the page. */
export const lead = defineBlock({
  name: 'lead',
  fields: z.strictObject({
    text: z.string().min(1),
    small: yesOrNo().default(false).describe('yes, for a short entry: in italics, as large as body text'),
    title: z.string().min(1).optional().describe('a title in the text, to be set off and kept on one line'),
  }),
  expand({ text, small, title }, { placeIn, plain }) {
    const at = placeIn(text);
    const runs = title === undefined ? plain(text) : withTitle(plain(text), withoutOriginMarks(title));
    if (small) {
      const italic = runs.map((run) => ({ ...run, italic: !('italic' in run && run.italic) }));
      const claim: Paragraph = { kind: 'paragraph', at, look: 'body', ragged: true, text: italic };
      return [{ kind: 'group', at, leads: true, blocks: [claim] }];
    }
    const claim: Paragraph = { kind: 'paragraph', at, look: 'lead', balanced: true, text: runs };
    const blocks: Block[] = [claim, { kind: 'space', at, height: 5, fill: 0 }];
    return [{ kind: 'group', at, wide: true, leads: true, blocks }];
  },
});

/** Longer titles may be broken, in characters. */
const LONGEST_WHOLE = 32;
const NO_BREAK = '\u00A0';

/** Sets a title off from the text around it: italics in roman, roman in italics. */
function withTitle(text: readonly Inline[], title: string): Inline[] {
  const whole = title.length > LONGEST_WHOLE ? title : title.replaceAll(' ', NO_BREAK);
  return text.flatMap((run): Inline[] => {
    if (run.kind !== 'text') return [run];
    return run.text
      .split(title)
      .flatMap((part, index) => [
        ...(index > 0 ? [{ ...run, text: whole, italic: true }] : []),
        ...(part === '' ? [] : [{ ...run, text: part }]),
      ]);
  });
}
