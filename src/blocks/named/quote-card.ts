import * as z from 'zod';
import { inLanguage } from '../in-language.ts';
import { langField } from './lang-field.ts';
import { defineBlock } from './named-block.ts';
import { quotedParagraphs } from './quotation.ts';

/** Printed after words that have not been checked, and before the note that says so. */
const NOTE_MARK = '†';

/** One card: the words large, and in small print at the foot the speaker, the place, the source and the themes. */
export const quoteCard = defineBlock({
  name: 'quote-card',
  fields: z.strictObject({
    words: z.array(z.string().min(1)).min(1),
    speaker: z.string().default(''),
    place: z.string().min(1),
    source: z.string().optional(),
    warning: z.string().optional(),
    themes: z.array(z.string()).default([]),
    marks: z.array(z.string()).default([]).describe('the marks of its themes, printed large at the right'),
    lang: langField('the language of the words, if not that of the pack'),
    /** For words that have not been checked: whether the teacher allows them on a card. */
    unverified: z.enum(['refused', 'allowed']).optional(),
  }),
  expand({ words, speaker, place, source, warning, themes, marks, lang, unverified }, tools) {
    const at = tools.placeIn(words[0]!);
    const { plain } = tools;
    if (unverified === 'refused') {
      tools.report.add(
        'quotation-unverified',
        at,
        'This quotation has no card, because its words are unverified.',
        'Check them and write “provenance: book” or “provenance: source”, or add “allow-unverified: yes” to pack.md.',
      );
      return [];
    }
    const mark = unverified === 'allowed' ? NOTE_MARK : '';
    const bold = (text: string) => plain(text).map((run) => ({ ...run, bold: true }));
    const from = speaker ? [...bold(speaker), ...plain(' · ')] : [];
    const sourceText = [
      ...(warning ? bold(`${mark}${mark && ' '}${warning}`) : []),
      ...(warning && source ? plain(' ') : []),
      ...(source ? plain(source) : []),
    ];
    const themeText = themes.flatMap((theme, index) => [...(index > 0 ? plain(' · ') : []), ...plain(theme)]);
    return [
      ...inLanguage(quotedParagraphs(words, 'display', tools, plain(mark)), lang),
      { kind: 'space', at, height: 6, fill: 1 },
      { kind: 'rule', at },
      { kind: 'paragraph', at, look: 'small', text: [...from, ...plain(place)] },
      ...(sourceText.length > 0
        ? [{ kind: 'paragraph' as const, at, look: 'furniture' as const, text: sourceText }]
        : []),
      ...(themes.length > 0
        ? [
            {
              kind: 'paragraph' as const,
              at,
              look: 'furniture' as const,
              text: themeText,
              ...(marks.length > 0 && { tail: plain(marks.join(' ')), tailLook: 'display' as const }),
            },
          ]
        : []),
      { kind: 'page-break', at, recto: false },
    ];
  },
});
