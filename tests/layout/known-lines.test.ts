import { describe, expect, it } from 'vitest';
import { createLanguage } from '../../src/layout/language/language.ts';
import { layOutText } from '../print-text.ts';

const LONG = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungsentwurfsfassung';

/** Texts that are alike in some way, and must not be taken for one another. */
const TEXTS = [
  'The tide comes in twice a day, and nobody at the harbour looks up when it does.',
  'The tide comes in *twice* a day, and nobody at the harbour looks up when it does.',
  'The **tide comes** in twice a day, and `nobody` at the ~~harbour~~ looks up when it does.',
  'The [tide](https://example.org/tide) comes in twice a day, and nobody looks up.',
  'The tide[^1] comes in twice a day, and nobody looks up.\n\n[^1]: The tide comes in twice a day.',
  '## The tide comes in\n\nThe tide comes in twice a day, and nobody looks up.',
  '- The tide comes in twice a day, and nobody looks up.\n- The tide comes in twice a day, and nobody looks up.',
  '> The tide comes in twice a day, and nobody looks up.\n\n“The tide comes in twice a day.”',
  '| The tide | comes in |\n|:--|--:|\n| The tide comes in | twice a day |\n| twice a day | The tide comes in |',
  'The tide\\\ncomes in / twice a day.\n\nThe tide /comes in\\\ntwice a day.',
  'The tide ____ in twice a ______ .\n\nThe tide\u00A0____\u00A0in twice a\u00A0day.',
  `| ${LONG.slice(0, 40)} | a | b |\n|---|---|---|\n| c | d | e |\n\nIn a column: ${LONG.slice(0, 40)}.`,
];

const document = (text: string) => `---\nlang: en-GB\n---\n\n# Tides\n\n${text}\n`;

describe('a document', () => {
  it('comes out alike whatever was laid out before it', () => {
    const language = createLanguage('en-GB');
    const before = [...TEXTS, ...TEXTS.toReversed()].map((text) => ({
      text,
      laid: layOutText(document(text), undefined, language).laid,
    }));
    for (const { text, laid } of before) expect(laid).toEqual(layOutText(document(text)).laid);
  });

  it.each([
    ['glyph-missing', 'A letter of no font: \u{1D5A0}\u{12000}.'],
    ['script-unsupported', 'A word in Hebrew: שלום.'],
    ['word-too-wide', `\`${LONG}${LONG}\``],
  ])('reports what others reported already: %s', (code, text) => {
    const language = createLanguage('en-GB');
    const codes = [1, 2, 3].map(() =>
      layOutText(document(`${text}\n\n${text}`), undefined, language).report.diagnostics.map(
        (diagnostic) => `${diagnostic.code} ${diagnostic.where.line}`,
      ),
    );
    expect(codes[0]!.filter((one) => one.startsWith(code)).length).toBeGreaterThan(0);
    expect(codes[1]).toEqual(codes[0]);
    expect(codes[2]).toEqual(codes[0]);
  });
});
