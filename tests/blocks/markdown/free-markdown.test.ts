import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutText, textOfPages } from '../../print-text.ts';

/** Stands for a word that has to be printed, and for one that may not be. */
const WORD = '□';
const SECRET = '■';
const NAME = '◇';

const letters = (number: number) =>
  [...String(number).padStart(4, '0')].map((digit) => 'bcdfghjklm'[Number(digit)]).join('');

/** Gives each word a name of its own. */
function named(template: string): { text: string; words: string[] } {
  const words: string[] = [];
  let secrets = 0;
  let names = 0;
  const text = template.replace(/[□■◇]/g, (sign) => {
    // A name is used twice.
    if (sign === NAME) return `N${letters(Math.floor(names++ / 2)).toUpperCase()}`;
    if (sign === SECRET) return `secret${letters(secrets++)}`;
    words.push(`w${letters(words.length)}`);
    return words.at(-1)!;
  });
  return { text, words };
}

const phrase = fc.integer({ min: 1, max: 6 }).map((count) => Array(count).fill(WORD).join(' '));
const inText = fc.oneof(
  phrase,
  fc.constantFrom(
    '*□*',
    '**□ □**',
    '~~□~~',
    '`□`',
    '[□](https://example.org)',
    '[[□]]',
    '[[■#■|□ □]]',
    '[[□#□]]',
    '![[□ □]]',
    '[□ *□*]{.■ key="■"}',
    '`□`{.■}',
    '*□*{#■}',
    '□ %%■ ■% ■%% □',
    '□ <!-- ■ --> □',
    '□ {::comment}■{:/comment} □',
    '□^[□ □]',
    '$5 □ $10',
    '$□_1$',
    '\\(□ + □\\)',
    '□ (___) □',
    '□ ......... □',
    '{□} {□, □}',
    ':□:',
    '“□” □: □?',
    'H~2~□ and □^2^',
    '==□==',
    '50%% □ 100%%',
  ),
);
const text = fc.array(inText, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' '));
const leaf = fc.oneof(
  text,
  text.map((words) => `${words}\n{: .■ #■}`),
  fc
    .tuple(fc.integer({ min: 1, max: 6 }), phrase)
    .map(([level, words]) => `${'#'.repeat(level)} ${words} {#■ .■}`),
  fc.tuple(phrase, phrase).map(([one, two]) => `${one} □?\n____________\n____________\n\n${two}`),
  fc.constantFrom(
    '%%\n■\n\n■ ■\n%%',
    '<!--\n■\n\n■\n-->',
    '{::comment}\n■\n{:/comment}',
    '$$\n\\frac{□}{□}\n$$',
    '\\begin{align}\n□ &= □\n\\end{align}',
    '\\newpage',
    '[TOC]',
    '| □ □\n|   □\n| □\n  □',
    'a) □\nb) □\nc) □',
    '(i) □\n(ii) □',
    '□:\nA. □\nB. □',
    'Q: □\nA: □',
    'Anna: □ □\nBen: □',
    '□\n.........\n.........',
    '□ □\n: □\n: □',
    '*[◇]: □ □\n\n◇ □',
    '| □ | □ |\n|---|--:|\n| □ | [[■\\|□]] |\n\n: □ {#■}',
    '□□□ □□□\n--- ---\n□   □\n\nTable: □'.replace(/□□□/g, '□'),
    '+-------+-------+\n| □ | □ |\n+=======+=======+\n| □ | □ |\n+-------+-------+',
    '- [ ] □\n- [x] □',
    '1. □?\n2. □',
    '~~~ {.■}\n□ %% □ ::: □\n~~~'.replace('{.■}', '{.python}'),
    '□\n\n___\n\n□',
    '□ ^a1b2c3',
  ),
);

const indented = (block: string, by: string) => block.replace(/^(?=.)/gm, by);
const { block } = fc.letrec<{ block: string }>((tie) => {
  const inside = fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((blocks) => blocks.join('\n\n'));
  return {
    block: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      leaf,
      inside.map((blocks) => blocks.replace(/^/gm, '> ')),
      fc
        .tuple(
          fc.constantFrom('note', 'abstract', 'quiz', 'TIP'),
          fc.constantFrom('', '-', '+'),
          fc.constantFrom('', ' □ *□*'),
          inside,
        )
        .map(([kind, fold, title, blocks]) => `[!${kind}]${fold}${title}\n${blocks}`.replace(/^/gm, '> ')),
      fc
        .tuple(
          fc.constantFrom(
            '{.callout-note}',
            'warning',
            'tip □ □',
            'info[□]',
            '{.■ #■}',
            '{.callout-tip title="□"}',
            '{note} □',
          ),
          inside,
        )
        .map(([kind, blocks]) => `::: ${kind}\n\n${blocks}\n\n:::`),
      fc
        .tuple(fc.constantFrom('!!! note', '??? tip "□ □"', '???+ quiz ""', '=== "□"'), inside)
        .map(([kind, blocks]) => `${kind}\n\n${indented(blocks, '    ')}`),
      inside.map((blocks) => indented(blocks, '  ').replace(/^ /, '-')),
      fc
        .tuple(inside, inside)
        .map(
          ([one, two]) => `1. ${indented(one, '   ').trimStart()}\n\n2. ${indented(two, '   ').trimStart()}`,
        ),
    ),
  };
});
const file = fc.array(block, { minLength: 1, maxLength: 6 }).map((blocks) => named(blocks.join('\n\n')));

/** Signs of other programs that may not come out, other than in code. */
const MARKUP = /\[\[|\]\]|\{[#.:]|:::(?!w)|!!! |\?\?\?|\[![a-zA-Z]+\]|\\newpage|\[TOC\]|<!--|::comment/;

describe('free Markdown of all dialects', () => {
  it('comes out with all of its words, and without its comments and its markup', () => {
    fc.assert(
      fc.property(file, ({ text: markdown, words }) => {
        const { laid, report } = layOutText(`\n${markdown}`);
        const shown = textOfPages(laid).replace(/[\s\u00AD\u2060]/g, '');
        expect(words.filter((word) => !shown.includes(word))).toEqual([]);
        expect(shown).not.toContain('secret');
        expect(shown).not.toMatch(MARKUP);
        expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      }),
      { numRuns: 250 },
    );
  }, 120_000);

  it('would be seen to lose a word', () => {
    const { laid } = layOutText('One %%two%% three.');
    expect(textOfPages(laid)).not.toContain('two');
  });
});
