import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/blocks/block.ts';
import { parseMarkdown } from '../../../src/blocks/markdown/parse-markdown.ts';
import { readDocument } from '../../../src/blocks/markdown/read-document.ts';
import { TABLES } from '../../../src/build/tables/tables.ts';
import { createReport } from '../../../src/diagnostics/report.ts';
import { outlineOf } from '../../outline-of.ts';
import { layOutText } from '../../print-text.ts';
import { english } from '../../words-in.ts';

/** Reads a file as `print` does. */
function read(text: string, isLenient = true) {
  const report = createReport(() => text, isLenient);
  const document = readDocument({ path: 'page.md', text }, TABLES.blocks, () => english, report);
  const found = report.diagnostics.map(
    ({ code, severity, where }) => `${severity} ${code} ${where.line}:${where.column}`,
  );
  return { blocks: document?.blocks ?? [], outline: outlineOf(document?.blocks ?? []), found, report };
}

/** What a text becomes, without findings. */
function expectOutline(text: string, lines: readonly string[]): void {
  const { outline, found } = read(text);
  expect(outline).toEqual(lines);
  expect(found).toEqual([]);
}

/** Reads a text as a pack’s is read. */
const readOfPack = (text: string): Block[] =>
  parseMarkdown({ text, file: 'a.md', origins: [], blocks: TABLES.blocks, words: english }, createReport());

describe('Obsidian', () => {
  it.each([
    ['> [!abstract] In short\n> Leaves.', ['box', '  (label) In short', '  Leaves.']],
    ['> [!question]- Why *green*?\n> So.', ['box', '  (label) Why [italic: green]?', '  So.']],
    ['> [!todo]+\n> Read.', ['box', '  (label) Todo', '  Read.']],
    ['> [!WARNING]\n> Hot.', ['box', '  (label) Warning', '  Hot.']],
    ['> [!my-own|right] Title', ['box', '  (label) Title']],
    [
      '> [!tip] One\n> Text\n> > [!danger]\n> > Two',
      ['box', '  (label) One', '  Text', '  box', '    (label) Danger', '    Two'],
    ],
    ['> [not a callout]\n> Text', ['quote', '  [not a callout] Text']],
  ])('has callouts of all kinds: %j', (text, lines) => expectOutline(text, lines));

  it.each([
    ['# Bark\n\n[[Stems#Bark|bark]] [[Bark]] [[#bark]]', '[#bark: bark] [#bark: Bark] [#bark: bark]'],
    [
      '# A\n\nSee [[Roots]], [[Roots#Deep]] and [[Folder/Page|that page]].',
      'See Roots, Roots > Deep and that page.',
    ],
    ['# A\n\nOf it ^a1b2c3\n\nSee [[#^a1b2c3|it]].', 'See [#^a1b2c3: it].'],
    ['# A\n\n| x |\n|---|\n| [[B\\|c]] |\n\nEnd [[1]](https://a.org)', 'End [https://a.org: [1]]'],
  ])('has links between pages, which lead to headings of the file: %j', (text, last) => {
    const { outline, found } = read(text);
    expect(outline.at(-1)).toBe(last);
    expect(found).toEqual([]);
  });

  it('embeds pictures, and names other files', () => {
    expect(read('![[leaf.png|A leaf|200]]').outline).toEqual(['figure leaf.png “A leaf”']);
    const { outline, found } = read('![[Plan#Week 1]] and ![[Plan]] and ![[a.pdf]]');
    expect(outline).toEqual(['Plan > Week 1 and Plan and a.pdf']);
    expect(found).toEqual(['warning markup-unsupported 1:1']);
  });

  it.each([
    'One %%secret%% two.',
    'One\n\n%%\nsecret\n\nsecret\n%%\n\ntwo.',
    'One %%secret\n\nsecret%% two.',
    '- One\n- %%secret%% two.',
    '| One |\n|---|\n| two. %%secret%% |',
    '# One %%secret%%\n\ntwo.',
  ])('has comments, which are not printed: %j', (text) => {
    const { outline, found } = read(text);
    expect(outline.join(' ')).not.toMatch(/secret|%%/);
    expect(outline.join(' ')).toMatch(/One.*two\./);
    expect(found).toEqual([]);
  });

  it('leaves two signs of per cent alone that are no comment, and those in code', () => {
    expectOutline('From 50%% to 100%% of `%%d%%`.', ['From 50%% to 100%% of [code: %%d%%].']);
    expectOutline('An open %% sign.', ['An open %% sign.']);
    expectOutline('```\n%% a\n%% b\n```', ['(code) [code: %%\u00A0a]⏎[code: %%\u00A0b]']);
    expect(outlineOf(readOfPack('One %%two%% three.'))).toEqual(['One %%two%% three.']);
  });

  it('has names of blocks, which are taken off, and tags, which stay', () => {
    expectOutline('A line ^a1b2c3\n\n- item ^d4e5f6\n\n| x |\n|---|\n\n^table-1a', [
      'A line',
      'list',
      '  • item',
      'table',
      '  (small) x',
    ]);
    expectOutline('Area in cm ^2\n\nn ^ab', ['Area in cm ^2', 'n ^ab']);
    expectOutline('#tag and #year9/light', ['#tag and #year9/light']);
  });
});

describe('attributes of Pandoc and kramdown', () => {
  it.each([
    ['# Lesson {#sec-one .unnumbered}\n\n[x](#sec-one)', '# Lesson {sec-one}', '[#sec-one: x]'],
    ['## Lesson ## {#a key="b c"}\n\n[x](#a)', '## Lesson {a}', '[#a: x]'],
    ['Lesson {-}\n===\n\nx', '# Lesson', 'x'],
    ['# Lesson\n{: #b .c}\n\n[x](#b)', '# Lesson {b}', '[#b: x]'],
    ['# Lesson\n\n[words]{#c .d} and more\n\n[x](#c)', '# Lesson {c}', '[#c: x]'],
  ])('are taken off headings and spans, and their ids are obeyed: %j', (text, first, last) => {
    const { outline, found } = read(text);
    expect([outline[0], outline.at(-1)]).toEqual([first, last]);
    expect(found).toEqual([]);
  });

  it('are taken off text, code, links and blocks', () => {
    expectOutline('`x = 1`{.python}, [y](https://a.org){target=_blank}, *z*{.red}, w {.lead}', [
      '[code: x = 1], [https://a.org: y], [italic: z], w',
    ]);
    expectOutline('Text.\n{: .lead style="color: red"}\n\n- a\n- b\n{: .list}', [
      'Text.',
      'list',
      '  • a',
      '  • b',
    ]);
    expectOutline('~~~ {.python .numberLines}\na\n~~~', ['(code) [code: a]']);
  });

  it('may be classes alone, anywhere in a text', () => {
    expectOutline('Use `wait` {.blockcontrol}, a 「事件」{.blockevents} and `go`{.a} on.', [
      'Use [code: wait], a 「事件」 and [code: go] on.',
    ]);
  });

  it('are not other things in braces', () => {
    const text = 'The set {1, 2}, {x}, {a=b}, {#} and {.} and \\{.a} {}';
    expectOutline(text, [text.replace('\\', '')]);
    expectOutline('# The set {1, 2}', ['# The set {1, 2}']);
    expect(outlineOf(readOfPack('# One {#a}\n\n[b]{.c}'))).toEqual(['# One {#a}', '[b]{.c}']);
  });
});

describe('boxes', () => {
  it.each([
    ['::: {.callout-note}\nBring.\n:::', ['box', '  (label) Note', '  Bring.']],
    [
      '::: {.callout-tip title="Own *words*"}\nBring.\n:::',
      ['box', '  (label) Own [italic: words]', '  Bring.'],
    ],
    ['::: {.callout-warning}\n## Hot\n\nBring.\n:::', ['box', '  (label) Hot', '  Bring.']],
    ['::: danger Mind\nBring.\n:::\nAfter', ['box', '  (label) Mind', '  Bring.', 'After']],
    [':::info[Title]\nBring.\n:::', ['box', '  (label) Title', '  Bring.']],
    [':::{note} Title\nBring.\n:::', ['box', '  (label) Title', '  Bring.']],
    [
      '::: tip\nA\n\n::: warning\nB\n:::\n:::\n\nC',
      ['box', '  (label) Tip', '  A', '  box', '    (label) Warning', '    B', 'C'],
    ],
    [
      ':::: {.columns}\n::: {.column width="30%"}\nA\n:::\n::: {.column}\nB\n:::\n::::',
      ['columns', '  30:', '  group', '    A', '  50:', '  group', '    B'],
    ],
    ['::: {.centre #x}\nA\n\n    :::\n\nB', ['A', '(code) [code: :::]', 'B']],
    ['- ::: tip\n  A\n  :::\n- B', ['list', '  • box', '      (label) Tip', '      A', '  • B']],
    ['::: tip\n```\n:::\n```\nA\n:::', ['box', '  (label) Tip', '  (code) [code: :::]', '  A']],
  ])('of fenced divs: %j', (text, lines) => expectOutline(text, lines));

  it.each([
    [
      '!!! note "Remember"\n    Bring.\n\n    - one\n\nAfter',
      ['box', '  (label) Remember', '  Bring.', '  list', '    • one', 'After'],
    ],
    ['!!! danger\n    Hot.', ['box', '  (label) Danger', '  Hot.']],
    ['??? question "Why?"\n    So.', ['box', '  (label) Why?', '  So.']],
    ['???+ tip ""\n    So.', ['box', '  So.']],
    ['=== "One"\n    A\n\n=== "Two"\n    B', ['box', '  (label) One', '  A', 'box', '  (label) Two', '  B']],
    ['1. One\n\n    !!! note\n        A', ['list', '  1. One', '    box', '      (label) Note', '      A']],
    ['!!! Stop\nGo.', ['!!! Stop Go.']],
  ])('of MkDocs: %j', (text, lines) => expectOutline(text, lines));
});

describe('quotations of GitLab', () => {
  it.each([
    ['>>>\nOne.\n\n- two\n>>>\n\nAfter', ['quote', '  One.', '  list', '    • two', 'After']],
    ['Before\n>>>\nOne.\n>>>\nAfter', ['Before', 'quote', '  One.', 'After']],
    ['>>> [!warning] Hot\nOne.\n\nTwo.\n>>>', ['box', '  (label) Hot', '  One.', '  Two.']],
    ['- a\n\n  >>>\n  One.\n  >>>\n- b', ['list', '  • a', '    quote', '      One.', '  • b']],
    ['>>>\n```\n>>>\n```\nOne.\n>>>', ['quote', '  (code) [code: >>>]', '  One.']],
    ['>>>\nOne.\n\n> Two.\n>>>', ['quote', '  One.', '  quote', '    Two.']],
    ['>>> One.', ['quote', '  quote', '    quote', '      One.']],
  ])('%j', (text, lines) => expectOutline(text, lines));
});

describe('comments', () => {
  it.each([
    '```{note}\n□\n%%secret%% one\n```',
    '```{note} One <!-- secret -->\n□\n```',
    '```{tip}\n{::comment}\nsecret\n\nsecret\n{:/comment}\none □\n```',
    '````{note}\n```{tip}\none □ %%secret%%\n```\n<!-- secret\n\nsecret -->\n````',
    '```{note}\none □\n% secret\n```',
    '- ```{note}\n  one □\n  % secret\n  ```',
    ':::{note}\n% secret\none □ %%secret%%\n:::',
    '% secret\n(here)=\n# One\n% secret\n□\n% secret <!-- secret -->',
    'One {ref}`□`\n\n% secret\n% secret',
  ])('are not printed inside boxes of MyST either, nor are its own: %j', (text) => {
    const { outline, found } = read(text);
    expect(outline.join(' ')).not.toMatch(/secret|%|comment/);
    expect(outline.join(' ')).toMatch(/□/);
    expect(outline.join(' ')).toMatch(/one/i);
    expect(found.filter((one) => !one.includes('anchor'))).toEqual([]);
  });

  it.each([
    ['Ten\n\n% of all pupils', ['Ten', '% of all pupils']],
    ['In the end\n% of all pupils.', ['In the end % of all pupils.']],
    ['```{r}\n% x\n```\n\n% y', ['(code) [code: %\u00A0x]', '% y']],
    [
      '```{note}\na\n~~~\n% b\n%%c%%\n~~~\n```',
      ['box', '  (label) Note', '  a', '  (code) [code: %\u00A0b]⏎[code: %%c%%]'],
    ],
    ['````md\n```{note}\n% b\n```\n````', ['(code) [code: ```{note}]⏎[code: %\u00A0b]⏎[code: ```]']],
  ])('are not other lines with a sign of per cent: %j', (text, lines) => expectOutline(text, lines));
});

describe('tables of Pandoc', () => {
  it.each([
    [
      '  Right Left\n------- ------\n     12 a\n    123 b c\n\nEnd',
      [
        'table',
        '  (small) Right | (small) Left',
        '  (small) 12 | (small) a',
        '  (small) 123 | (small) b c',
        'End',
      ],
    ],
    [
      '------- ------\n     12 a\n    123 b\n------- ------\n\nEnd',
      ['table', '  (small) 12 | (small) a', '  (small) 123 | (small) b', 'End'],
    ],
    [
      '-------------------\nOne     Two\n        words\n------- -----------\nA       b\n        c\n\nD       e\n-------------------\n\n: Words {#t}',
      [
        'table',
        '  (small) One | (small) Two words',
        '  (small) A | (small) b c',
        '  (small) D | (small) e',
        '(small) Words',
      ],
    ],
    [
      '+---+-----+\n| A | B   |\n+===+====:+\n| c | - d |\n|   | - e |\n+---+-----+\n| f |     |\n+---+-----+',
      ['table', '  (small) A | (small) B', '  (small) c | list   • d   • e', '  (small) f | '],
    ],
    ['+---+---+\n| A | b |\n+---+---+', ['table', '  (small) A | (small) b']],
  ])('%j', (text, lines) => expectOutline(text, lines));

  it('whose cells span others are printed as they are typed', () => {
    expect(read('+---+---+\n| A     |\n+---+---+\n| b | c |\n+---+---+').outline[0]).toMatch(
      /^\(code\) .*A.*b.*c/,
    );
  });

  it('are not rules, headings or prose', () => {
    expectOutline('One\n---\n\n- - -\n\ntwo\n-----\nthree', ['## One', 'rule', '## two', 'three']);
  });
});

describe('lines', () => {
  it.each([
    ['| Roses are red,\n|   violets\n| are\n  blue', ['(verse) Roses are red,⏎\u00A0\u00A0violets⏎are blue']],
    ['One:\n| Two\n|\n| Three', ['One:', '(verse) Two⏎⏎Three']],
    ['| a | b |\n| c | d |', ['| a | b |⏎| c | d |']],
    ['Q: Who?\nA: Me.', ['Q: Who?⏎A: Me.']],
    ['Anna: Hello,\nthere.\nBen: Hello.', ['Anna: Hello, there.⏎Ben: Hello.']],
    ['Put in order:\n(1) egg\n(2) hen', ['Put in order:⏎(1) egg⏎(2) hen']],
    ['c) newt\nd) wren', ['c) newt⏎d) wren']],
    ['[a] newt\n[b] wren', ['[a] newt⏎[b] wren']],
    ['Which?\n3. one\n4. two', ['Which?⏎3. one⏎4. two']],
    ['It is said in\na) the book,\nand nowhere else.', ['It is said in a) the book, and nowhere else.']],
    ['One line\nand Note: another.', ['One line and Note: another.']],
  ])('are kept where an author wrote them one below the other: %j', (text, lines) =>
    expectOutline(text, lines),
  );

  it.each([
    ['What?\n____\n____', ['What?', '(open) ____⏎____']],
    ['1. What?\n\n___\n\n2. Why?', ['list', '  1. What?', '(open) ___', 'list', '  2. Why?']],
    ['1. Name three.\n   _____\n   _____', ['list', '  1. Name three.', '    (open) _____⏎_____']],
    ['- **What?** (2 marks)\n\n  ______', ['list', '  • [bold: What?] (2 marks)', '    (open) ______']],
    ['Name:\n.....\n..........', ['Name:', '(open) .....⏎..........']],
    ['Why?\n……………', ['Why?', '(open) ……………']],
    ['Text.\n\n___\n\nText.', ['Text.', 'rule', 'Text.']],
    ['1. One.\n\n___\n\nText?\n\n***', ['list', '  1. One.', 'rule', 'Text?', 'rule']],
  ])('to write on stand below a question, and are a rule elsewhere: %j', (text, lines) =>
    expectOutline(text, lines),
  );
});

describe('other things', () => {
  it.each([
    ['[TOC]\n\n# A', ['contents', '# A']],
    ['Text\n[[_TOC_]]\n\n# A', ['Text', 'contents', '# A']],
    ['* TOC\n{:toc}\n\n# A', ['contents', '# A']],
    ['\\tableofcontents\n\n# A', ['contents', '# A']],
    ['A\n\n\\newpage\n\nB', ['A', 'page-break', 'B']],
    ['A\n\\pagebreak\nB', ['A', 'page-break', 'B']],
    ['A\n\n{{< pagebreak >}}\n\nB', ['A', 'page-break', 'B']],
    ['Say \\newpage here', ['Say \\newpage here']],
    [':smile: :+1: at 10:30:45, 1:100:200, :no-such-name:', ['😄 👍 at 10:30:45, 1:100:200, :no-such-name:']],
    ['`:smile:` https://a.org/:smile:', ['[code: :smile:] [https://a.org/:smile:: https://a.org/:smile:]']],
    [
      'The HTML and HTML of W3C.\n\n*[HTML]: Hypertext\n*[W3C]: Consortium',
      ['The HTML^1(Hypertext) and HTML of W3C^2(Consortium).'],
    ],
    ['One^[Two.] three', ['One^1(Two.) three']],
    ['Term\n\n: Meaning', ['definitions', '  Term', '  Meaning']],
    ['A {::comment}secret{:/comment} b\n\n{::comment}\nsecret\n\nsecret\n{:/comment}\n\nc', ['A b', 'c']],
  ])('%j', (text, lines) => expectOutline(text, lines));

  it('has code in languages that are called much like a block of ours', () => {
    expectOutline('```bash\nls\n```', ['(code) [code: ls]']);
    expect(read('~~~bash\ntitle: A\n~~~').found).toEqual([]);
    expect(read('~~~calout\ntitle: A\n~~~').found).toEqual(['warning unknown-block 1:1']);
  });

  it('has contents of all headings where none follows', () => {
    expect(read('# A\n\n[TOC]').blocks[1]).toMatchObject({ kind: 'contents', all: true });
  });

  it.each([
    'It costs $5, or $10 for two, and US$20/US$30.',
    'Between $5 and 10$ is a lot; \\$5 and $ are signs.',
  ])('leaves prices alone: %s', (text) => expectOutline(text, [text.replace('\\', '')]));

  it.each([
    ['So $a_1 * b_1 * c$ is', 'So $a_1 * b_1 * c$ is', '1:4'],
    ['So \\(x_1^2\\) is', 'So \\(x_1^2\\) is', '1:4'],
    ['Text\n\nSo $$x *y* z_1$$ is', 'So $$x *y* z_1$$ is', '3:4'],
    [
      'A\n\n$$\na = b\n- c\n$$',
      '(code) [code: $$]⏎[code: a\u00A0=\u00A0b]⏎[code: -\u00A0c]⏎[code: $$]',
      '3:1',
    ],
    [
      '\\begin{align}\na\n\n\\end{align}',
      '(code) [code: \\begin{align}]⏎[code: a]⏎⏎[code: \\end{align}]',
      '1:1',
    ],
  ])('prints mathematics as it is typed, and names it once: %j', (text, last, at) => {
    const { outline, found } = read(`${text}`);
    expect(outline.at(-1)).toBe(last);
    expect(found).toEqual([`warning markup-unsupported ${at}`]);
    expect(read(`${text}\n\nAnd $z_2$.`).found).toHaveLength(1);
    expect(read(text, false).found).toEqual([`error markup-unsupported ${at}`]);
  });

  it('names commands of website generators once', () => {
    const text = '{% include a_b.html x="*y*" %} and {{ page.title }}\n\n{{< video a_b >}} {{}} {{a b}}';
    const { outline, found } = read(text);
    expect(outline).toEqual([
      '{% include a_b.html x="*y*" %} and {{ page.title }}',
      '{{< video a_b >}} {{}} {{a b}}',
    ]);
    expect(found).toEqual(['warning markup-unsupported 1:1']);
  });

  it('names LaTeX once', () => {
    const { outline, found } = read('\\begin{center}\nText\n\\end{center}');
    expect(outline.join(' ')).toContain('Text');
    expect(found).toEqual(['warning markup-unsupported 1:1']);
  });
});

describe('marks and scripts', () => {
  it.each([
    ['==Learn *this*.== Not this.', '[highlight: Learn ][italic highlight: this][highlight: .] Not this.'],
    ['a == b and c == d', 'a == b and c == d'],
    ['[one]{.mark} [two]{.underline} [three]{.smallcaps}', '[highlight: one] [underline: two] three'],
    [
      'H~2~O, x^2^, x^*n*+1^, 10^-3^',
      'H[sub: 2]O, x[super: 2], x[italic super: n][super: +1], 10[super: -3]',
    ],
    ['2^nd^ of (a+b)^2^ and CO~2~^-^', '2[super: nd] of (a+b)[super: 2] and CO[sub: 2][super: -]'],
    ['~~gone~~ ~5 to ~10, ~/a/~b, 2^3 and 4^5', '[strike: gone] ~5 to ~10, ~/a/~b, 2^3 and 4^5'],
    ['x^2+y^2=z^2 and a~1~b', 'x^2+y^2=z^2 and a[sub: 1]b'],
    ['a\\^2\\^ and `b^2^` and c^ 2^', 'a^2^ and [code: b^2^] and c^ 2^'],
  ])('%j', (text, line) => expectOutline(text, [line]));

  it('are as they are typed in packs', () => {
    expect(outlineOf(readOfPack('H~2~O ==x=='))).toEqual(['H~2~O ==x==']);
  });
});

describe('slides', () => {
  const IGNORED = ['warning front-matter-ignored 4:1'];

  it.each([
    [
      'Slidev',
      'One.\n\n---\nlayout: center\nclass: text-white\n---\n\nTwo.',
      ['One.', 'rule', 'Two.'],
      IGNORED,
    ],
    ['remark', '# One\n\n---\nclass: middle, center\n\n# Two', ['# One', 'rule', '# Two'], IGNORED],
    [
      'the fields of several, named once',
      'One.\n\n---\nclicks: 3\n---\n\nTwo.\n\n---\nlayout: end\n---\n',
      ['One.', 'rule', 'Two.', 'rule'],
      IGNORED,
    ],
    [
      'a field over several lines',
      'One.\n\n---\nbackground:\n  - a.png\n---\n\nTwo.',
      ['One.', 'rule', 'Two.'],
      IGNORED,
    ],
    [
      'notes for the presenter',
      '# One\n\nWords.\n???\nSay *this*.\n\n- and that\n\n---\n\n# Two',
      [
        '# One',
        'Words.',
        'box',
        '  (label) Notes',
        '  Say [italic: this].',
        '  list',
        '    • and that',
        'rule',
        '# Two',
      ],
      [],
    ],
    [
      'steps',
      'Hello\n--\n\n- one\n--\n\n- two\n\n???\nMore.',
      ['Hello', 'list', '  • one', 'list', '  • two', 'box', '  (label) Notes', '  More.'],
      [],
    ],
    [
      'notes up to the next step',
      'Hello\n???\nMore.\n--\nWorld',
      ['Hello', 'box', '  (label) Notes', '  More.', 'World'],
      [],
    ],
    [
      'other text below a rule',
      'One.\n\n---\nclass: two\nand more.\n\n---\n\nTwo.',
      ['One.', 'rule', 'class: two and more.', 'rule', 'Two.'],
      [],
    ],
    ['a heading with a line below it', 'Words\n--', ['## Words'], []],
  ])('%s', (_, text, lines, said) => {
    const { outline, found } = read(`\n${text}`.slice(1));
    expect(outline).toEqual(lines);
    expect(found).toEqual(said);
  });
});

describe('boxes between commands', () => {
  it.each([
    [
      '{% hint style="info" %}\nOne *two*.\n\n- three\n{% endhint %}\n\nAfter',
      ['box', '  (label) Info', '  One [italic: two].', '  list', '    • three', 'After'],
    ],
    ['{% hint style="danger" %}\n## Hot\nOne.\n{% endhint %}', ['box', '  (label) Hot', '  One.']],
    [
      '{% tabs %}\n{% tab title="Mac" %}\nOne.\n{% endtab %}\n\n{% tab title="Linux" %}\nTwo.\n{% endtab %}\n{% endtabs %}',
      ['box', '  (label) Mac', '  One.', 'box', '  (label) Linux', '  Two.'],
    ],
    [
      '{% code title="a.sh" %}\n```sh\nls\n```\n{% endcode %}',
      ['box', '  (label) a.sh', '  (code) [code: ls]'],
    ],
    ['{% code overflow="wrap" %}\n```sh\nls\n```\n{% endcode %}', ['(code) [code: ls]']],
    ['{{< notice tip >}}\nOne.\n{{< /notice >}}', ['box', '  (label) Tip', '  One.']],
    ['{{% expand "Show *it*" %}}\nOne.\n{{% /expand %}}', ['box', '  (label) Show [italic: it]', '  One.']],
    ['{{< details title="More" open=true >}}\nOne.\n{{< /details >}}', ['box', '  (label) More', '  One.']],
  ])('%j', (text, lines) => expectOutline(text, lines));

  it.each(['{% hint style="info" %}\nNever closed.', '{% include hint.html %}\nOne.'])(
    'are named where they are none: %j',
    (text) => expect(read(text).found).toEqual(['warning markup-unsupported 1:1']),
  );

  it.each([
    [
      '<Tabs>\n<TabItem value="a" label="Apple">\nOne.\n</TabItem>\n<TabItem value="pear">\n\nTwo *three*.\n\n</TabItem>\n</Tabs>',
      ['box', '  (label) Apple', '  One.', 'box', '  (label) Pear', '  Two [italic: three].'],
    ],
    ['<Admonition type="tip" title="Look">\n\nOne.\n\n</Admonition>', ['box', '  (label) Look', '  One.']],
    ['<v-clicks>\n\n- one\n- two\n\n</v-clicks>', ['list', '  • one', '  • two']],
  ])('may be components of MDX: %j', (text, lines) => expectOutline(text, lines));

  it.each(['challenge', 'solution', 'objectives', 'keypoints', 'prereq'])(
    'may be those of the Carpentries: %s',
    (kind) => {
      const title = kind[0]!.toUpperCase() + kind.slice(1);
      expectOutline(`:::::::: ${kind}\n\nOne.\n\n::::::::::`, ['box', `  (label) ${title}`, '  One.']);
    },
  );
});

describe('quizzes of LiaScript', () => {
  it.each([
    ['Which?\n\n[[ ]] one\n[[X]] *two*\n[[ ]] three', ['one', 'two', 'three']],
    ['Which?\n[( )] one\n[(x)] two', ['one', 'two']],
    ['- Which?\n\n  [[x]] one\n  [[x]] two', ['one', 'two']],
  ])('have empty boxes to tick, and name that the answers are not printed: %j', (text, choices) => {
    const { outline, found, blocks } = read(text);
    expect(outline.join(' ')).not.toMatch(/\[\[|\[\(|[xX]\]/);
    for (const choice of choices) expect(outline.join('\n')).toMatch(new RegExp(`• .*${choice}`));
    expect(JSON.stringify(blocks)).not.toContain('"done"');
    expect(found).toEqual([expect.stringContaining('warning markup-unsupported')]);
  });

  it('are not links, and nothing is named where no answer is marked', () => {
    expectOutline('[[X]] alone', ['X alone']);
    expect(read('[[ ]] one\n[[ ]] two').found).toEqual([]);
  });
});

describe('Logseq', () => {
  it('knows things of its blocks that nobody sees', () => {
    expectOutline(
      '- One\n  id:: 60a78c12-4e12-4d81-a33f-9f63695aaf32\n  collapsed:: true\n  - two\n    logseq.order-list-type:: number\n- speaker:: Ada',
      ['list', '  • One', '    list', '      • two', '  • speaker:: Ada'],
    );
    expectOutline('type:: Feature\nalias:: Todos, tasks\n\n- Name:: A\n  meaning:: B', [
      'type:: Feature⏎alias:: Todos, tasks',
      'list',
      '  • Name:: A⏎meaning:: B',
    ]);
    expectOutline('std:: vector and id:: 5', ['std:: vector and id:: 5']);
  });
});

describe('words put in and taken out', () => {
  it.each([
    ['++two *new* words++ here', '[underline: two ][italic underline: new][underline:  words] here'],
    ['(++one++), “++two++” and ++three.++', '([underline: one]), “[underline: two]” and [underline: three.]'],
    ['C++ and C++, i++ and ++j', 'C++ and C++, i++ and ++j'],
    ['++i and j++; 1 ++ 2 ++ 3', '++i and j++; 1 ++ 2 ++ 3'],
    ['`++a++` \\+\\+b++ +++c+++', '[code: ++a++] ++b++ +++c+++'],
    [
      'one {++two *b*++} {--three--} {==four==}',
      'one [underline: two ][italic underline: b] [strike: three] [highlight: four]',
    ],
    ['one {~~two~>three~~}{>>secret<<} four', 'one [strike: two][underline: three] four'],
    ['{~~two~~} {++} {-- a b', '{[strike: two]} {++} {-- a b'],
  ])('%j', (text, line) => expectOutline(text, [line]));

  it('are as they are typed in packs', () => {
    expect(outlineOf(readOfPack('++a++ {++b++}'))).toEqual(['++a++ {++b++}']);
  });
});

describe('Chinese and Japanese', () => {
  it.each([
    ['**注意：**请带课本。', '[bold: 注意：]请带课本。'],
    ['他说**“好”**了', '他说[bold: “好”]了'],
    ['これは*（本）*です', 'これは[italic: （本）]です'],
    ['请看**第1课。**然后', '请看[bold: 第1课。]然后'],
    ['第一行的字\n第二行的字。', '第一行的字第二行的字。'],
    ['一行。\n**二行**\nカナ', '一行。[bold: 二行]カナ'],
    ['한국어\n문장', '한국어 문장'],
    ['中文\nEnglish\n中文', '中文 English 中文'],
    ['**Note:**text', '**Note:**text'],
  ])('%j', (text, line) => {
    expectOutline(text, [line]);
    expect(outlineOf(readOfPack(text))).toEqual([line]);
  });
});

describe('other programs', () => {
  /** In code, spaces do not break. */
  const spaced = (line: string) => line.replaceAll('\u00A0', ' ');

  it.each([
    [
      'MyST',
      '(here)=\n# A\n\n```{warning} Mind\n:class: x\nthe *step*\n```\n\n+++ {"a": 1}\n\n:::{admonition} Read\n:class: tip\nthis\n:::\n\n[b](#here) {term}`shadow <sun>`, {sub}`2`, {code}`x`',
      [
        '# A',
        'box',
        '  (label) Mind',
        '  the [italic: step]',
        'box',
        '  (label) Read',
        '  this',
        'b shadow, [sub: 2], [code: x]',
      ],
    ],
    [
      'a directive that is not for readers',
      '```{code-cell} python\nprint(1)\n```',
      ['(code) [code: print(1)]'],
    ],
    ['R Markdown', '```{r plot, echo=FALSE}\nnote: x\n```', ['(code) [code: note: x]']],
    ['code with words after its language', '```sh npm2yarn\nname: x\n```', ['(code) [code: name: x]']],
    ['any language', '```bash\ntable: x\n```', ['(code) [code: table: x]']],
    [
      'captions of R',
      '```{r plot, fig.cap = "Heights, by age", echo=FALSE}\nplot(x)\n```\n\n```{python fig-cap="Two"}\nx\n```',
      ['(label) Heights, by age', '(code) [code: plot(x)]', '(label) Two', '(code) [code: x]'],
    ],
    ['the title of code', '```js title="main.js" {1}\nx\n```', ['(label) main.js', '(code) [code: x]']],
    [
      'a list with cells',
      '```{list-table} B\n:header-rows: 1\n\n* - c\n```',
      ['box', '  (label) B', '  list', '    • list', '        • c'],
    ],
    ['Pandoc’s counted items', '#. a\n#. b', ['list', '  1. a', '  2. b']],
    ['in code', '```\n#. a\n(@b) c\n```', ['(code) [code: #. a]⏎[code: (@b) c]']],
    ['Pandoc’s examples', '(@a) b\n\n(@) c\n\nSee (@a), not (@d).', ['(1) b', '(2) c', 'See (1), not (@d).']],
    ['options with emoji', 'Which?\n🔺 Berlin\n🔷 Paris ✅', ['Which?⏎🔺 Berlin⏎🔷 Paris ✅']],
    ['boxes to tick', 'Is it?\n( ) True\n(x) False', ['Is it?⏎( ) True⏎(x) False']],
    ['pairs', 'A → 1\nB → 2', ['A → 1⏎B → 2']],
    ['one emoji in running text', 'This is a\n🔺 in a line', ['This is a 🔺 in a line']],
    ['comments of MDX', 'a {/* b *c* */} d', ['a  d']],
    ['Notion', '<aside>\n💡 **a**\n\n- b\n\n</aside>', ['box', '  💡 [bold: a]', '  list', '    • b']],
    [
      'kramdown in a box',
      '<details markdown="1">\n<summary>a</summary>\nb *c*\n</details>',
      ['box', '  (label) a', '  b [italic: c]'],
    ],
    ['choices of a form', '<select><option>One</option><option>Two</option></select>', ['One', 'Two']],
    [
      'headings without a space',
      '##Step *1* ##\n\nwords\n###¿Qué?',
      ['## Step [italic: 1]', 'words', '### ¿Qué?'],
    ],
    ['tags and numbers', '#light\n\n#5\n\n##\n\n########x', ['#light', '#5', '## ', '########x']],
    [
      'a tag alone, whatever its letters',
      '#Lesson\n\n#year-9/Light\n\n- #todo',
      ['#Lesson', '#year-9/Light', 'list', '  • #todo'],
    ],
    ['tags above and below text', '#Lesson #light\nwords\n#End', ['#Lesson #light words #End']],
    ['attributes below HTML', '<p>a</p>\n{: .b #c}\n\nd', ['a', 'd']],
    ['ruby', '<ruby>a<rp>(</rp><rt>b</rt><rp>)</rp></ruby>', ['a(b)']],
  ])('%s', (_, text, lines) => {
    const { outline, found } = read(text);
    expect(outline.map(spaced)).toEqual(lines);
    expect(found.filter((one) => !one.includes('anchor-unknown'))).toEqual([]);
  });

  it('have pictures with a size behind the address', () => {
    const { blocks, found } = read(
      '![a](b.png =300x200)\n\n```{figure} c.png\n:width: 50%\n:alt: d\n\nwords\n```',
    );
    expect(found).toEqual([]);
    expect(blocks).toMatchObject([
      { kind: 'figure', picture: 'b.png', alt: 'a', width: 225, height: 150 },
      { kind: 'figure', picture: 'c.png', alt: 'd', share: 0.5, caption: [{ text: 'words' }] },
    ]);
  });

  it('have pictures of slides, with their place in the description', () => {
    const { blocks, found } = read(
      '![w:96px A leaf](b.png)\n\n![bg left:40% 80%](c.png)\n\n![Left](d.png)\n\n![bg fit width:2cm The sea](e.png)',
    );
    expect(found).toEqual(['warning alt-missing 3:20']);
    expect(blocks).toMatchObject([
      { kind: 'figure', picture: 'b.png', alt: 'A leaf', width: 72 },
      { kind: 'figure', picture: 'c.png', alt: '' },
      { kind: 'figure', picture: 'd.png', alt: 'Left' },
      { kind: 'figure', picture: 'e.png', alt: 'The sea' },
    ]);
  });

  it('have imports and exports, which are named and printed', () => {
    const { outline, found } = read(
      "import A from '@a/b';\n\nexport const x = 1;\n\nimport goods and export them",
    );
    expect(outline.map(spaced)).toEqual([
      "(code) [code: import A from '@a/b';]",
      '(code) [code: export const x = 1;]',
      'import goods and export them',
    ]);
    expect(found).toEqual(['warning markup-unsupported 1:1']);
  });
});

describe('links and the fonts', () => {
  const messagesOf = (text: string) => layOutText(text).report.diagnostics;

  it('finds headings whatever the capitals of a link', () => {
    const { outline, found } = read(
      '# Options on Ignore {#optionsOnIgnore}\n\n[x](#optionsonIgnore) [y](#Options-On-IGNORE)',
    );
    expect(found).toEqual([]);
    expect(outline[1]).toBe('[#optionsOnIgnore: x] [#options-on-ignore: y]');
  });

  it.each([
    '[w](https://a.org "Tip")',
    "[w](https://a.org 'Tip')",
    '[w][r]\n\n[r]: https://a.org (Tip)',
    '<a href="https://a.org" title="Tip">w</a>',
  ])('names the title of a link that is not printed: %j', (text) => {
    expect(read(text).report.diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'title-dropped The title “Tip” of a link is not printed.',
    ]);
  });

  it.each(['a ![b](c.png "Tip") d', 'a <img src="c.png" alt="b" title="Tip"> d'])(
    'names the title of a picture in a line: %j',
    (text) => expect(read(text).found).toEqual([expect.stringContaining('warning title-dropped 1:')]),
  );

  it('knows Chinese full stops from Mongolian', () => {
    const codes = messagesOf('# A\n\n课文。「文」').map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(['glyph-missing']));
  });

  it('breaks a line between boxes for missing letters', () => {
    expect(messagesOf(`# A\n\n${'课文'.repeat(60)}`).map(({ code }) => code)).not.toContain('word-too-wide');
  });
});
