import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Code } from '../../../src/diagnostics/diagnostic.ts';
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
    '□<sub>□</sub> <b>□ *□*</b> <u>□</u><br>□',
    '<span class="■" style="color: red">□</span> <kbd>□</kbd> <q>□</q>',
    '<a href="https://example.org/■">□</a> <font color="■">□</font>',
    '□ <script>■</script> □',
    '![□](■.png) □',
    '![□](■.png "□"){width=50% .■}',
    '<img src="■.png" alt="□" width="20">',
    '[![□](■.png)](https://example.org)',
    '![□](■.png =30x20)',
    '{term}`□ <■>` {sub}`□`',
    '{/* ■ */} □',
    '++□ □++ {++□++} {--□--} {~~□~>□~~} □{>>■<<}',
    '{{< ■ >}} □'.replace('■', '□'),
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
    '<p align="center">□ <b>□</b></p>',
    '<table><tr><th>□</th><th align="right">□</th></tr><tr><td colspan="2">□<ul><li>□</li></ul></td></tr></table>',
    '<ol type="a" start="3"><li>□</li><li>□ <i>□</i></li></ol>',
    '<dl><dt>□</dt><dd>□</dd></dl>',
    '<style>■</style>',
    '<figure><img src="■.png" alt="□"><figcaption>□ □</figcaption></figure>',
    '<iframe src="■"></iframe>\n\n□',
    '<select><option>□</option><option>□</option></select>',
    '![□](■.png)\n□ □',
    '![□](■.png) ![□](■.png)',
    '| □ | ![□](■.png) |\n|---|:-:|\n| □<br>□ | <ul><li>□</li></ul> |',
    '```{figure} ■.png\n:alt: □\n\n□\n```',
    '```python title="□"\n□\n```',
    '```{note}\n:class: ■\n\n□ *□*\n\n- □ <!-- ■ -->\n```',
    '```{admonition} □ □\n□\n```',
    '```{note}\n□ %%■%%\n% ■\n{::comment}■{:/comment} □\n```',
    '>>>\n□\n\n□ □\n>>>',
    '{% hint style="■" %}\n□\n\n□ □\n{% endhint %}',
    '{% tabs %}\n{% tab title="□" %}\n□\n{% endtab %}\n{% endtabs %}',
    '{{< details "□" >}}\n□\n{{< /details >}}',
    '<TabItem label="□">\n\n□\n\n</TabItem>',
    '[[ ]] □\n[[X]] □ *□*',
    '::::: challenge\n\n□\n\n:::::',
    '???\n□\n\n□\n\n---',
    '>>> [!note] □\n□\n>>>',
    '+++ {"■": 1}',
    '(■)=\n# □',
    '#. □\n#. □',
    '(@) □',
    "import ◇ from '◇';\n\n□",
    '□?\n🔺 □\n🔷 □',
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
      fc
        .tuple(
          fc.constantFrom('details', 'div align="center"', 'blockquote', 'section class="■"', 'x-y'),
          fc.constantFrom('', '<summary>□</summary>\n\n'),
          inside,
        )
        .map(
          ([tag, summary, blocks]) =>
            `<${tag}>\n\n${tag === 'details' ? summary : ''}${blocks}\n\n</${tag.split(' ')[0]}>`,
        ),
      inside.map((blocks) => indented(blocks, '  ').replace(/^ /, '-')),
      fc
        .tuple(inside, inside)
        .map(
          ([one, two]) => `1. ${indented(one, '   ').trimStart()}\n\n2. ${indented(two, '   ').trimStart()}`,
        ),
    ),
  };
});
/** Slides are not inside anything. */
const slide = fc.constantFrom('---\nlayout: ■\nclass: ■\n---\n\n□', '---\nclass: ■, ■\n\n# □');
const file = fc
  .array(fc.oneof({ weight: 9, arbitrary: block }, { weight: 1, arbitrary: slide }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((blocks) => named(blocks.join('\n\n')));

/** Signs of other programs that may not come out, other than in code. */
const MARKUP = /\[\[|\]\]|\{[#.:]|:::(?!w)|!!! |\?\?\?|\[![a-zA-Z]+\]|\\newpage|\[TOC\]|<!--|::comment/;

/** What may be said of such files: each word is on the page besides. */
const EXPECTED = new Set<Code>([
  'anchor-unknown',
  'front-matter-ignored',
  'heading-skipped',
  'markup-unsupported',
  'picture-missing',
  'raw-html',
  'title-dropped',
  'word-too-wide',
]);

describe('free Markdown of all dialects', () => {
  it('comes out with all of its words, and without its comments and its markup', () => {
    fc.assert(
      fc.property(file, ({ text: markdown, words }) => {
        const { laid, report } = layOutText(`\n${markdown}`);
        const shown = textOfPages(laid).replace(/[\s\u00AD\u2060]/g, '');
        const titles = report.diagnostics.map(({ code, message }) =>
          code === 'title-dropped' ? message : '',
        );
        const said = shown + titles.join();
        expect(words.filter((word) => !said.includes(word))).toEqual([]);
        expect(shown).not.toContain('secret');
        expect(shown).not.toMatch(MARKUP);
        expect(report.diagnostics.filter(({ code }) => !EXPECTED.has(code))).toEqual([]);
      }),
      { numRuns: 250 },
    );
  }, 120_000);

  it('closes a div in a list, whose fence is indented with it, before the div around it', () => {
    const { laid } = layOutText(
      '::: {.callout-note}\n\n- - ::::: challenge\n\n    One.\n\n    :::::\n\n    Two.\n\nThree.\n\n:::\n\nFour.\n',
    );
    expect(textOfPages(laid)).toMatch(/One\..*Two\..*Three\..*Four\./s);
    expect(textOfPages(laid)).not.toContain(':::');
  });

  it('would be seen to lose a word', () => {
    const { laid } = layOutText('One %%two%% three.');
    expect(textOfPages(laid)).not.toContain('two');
  });
});
