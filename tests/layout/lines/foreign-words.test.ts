import { expect, it } from 'vitest';
import type { TextRun } from '../../../src/blocks/text-run.ts';
import { readTemplateSet } from '../../../src/cli/files/reading/read-sources.ts';
import { createReport } from '../../../src/diagnostics/report.ts';
import { createLanguage } from '../../../src/layout/language/language.ts';
import { toItems } from '../../../src/layout/lines/text-items.ts';
import { typeLook } from '../../../src/layout/lines/type-look.ts';
import { readStyles } from '../../../src/layout/style/read-styles.ts';
import { fonts, nowhere } from '../../support.ts';

const style = readStyles(readTemplateSet(createReport()).styles, createReport()).get('standard')!;
const look = typeLook(style, 'body');
const language = createLanguage('en-GB');

/** A word with hyphens where lines may break it, in the text of an English paragraph. */
function hyphenated(...runs: Omit<TextRun, 'kind'>[]): string {
  const text = runs.map((run): TextRun => ({ kind: 'text', ...run }));
  const options = { look, at: nowhere, width: 300, hyphenate: true };
  return toItems(text, options, { fonts, report: createReport(), language })
    .map((item) =>
      item.kind === 'penalty'
        ? '-'
        : item.kind === 'glue'
          ? ' '
          : item.pieces!.map((one) => one.text).join(''),
    )
    .join('');
}

it('hyphenates words by the rules of their own language, and others by those of the text', () => {
  const word = 'Haltestelle';
  // An English name is never broken; a German noun is.
  expect(hyphenated({ text: word })).toBe(word);
  expect(hyphenated({ text: word, lang: 'de' })).toBe('Hal-te-stel-le');
  expect(hyphenated({ text: `${word} ` }, { text: word, lang: 'de' }, { text: ` ${word}` })).toBe(
    `${word} Hal-te-stel-le ${word}`,
  );
  // Marks around it belong to the text.
  expect(hyphenated({ text: '“' }, { text: word, lang: 'de' }, { text: '”' })).toBe('“Hal-te-stel-le”');
});
