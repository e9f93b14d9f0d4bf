import { describe, expect, it } from 'vitest';
import type { Block, BoxBlock, List, Paragraph } from '../../../src/blocks/block.ts';
import { parseMarkdown } from '../../../src/blocks/markdown/parse-markdown.ts';
import { TABLES } from '../../../src/build/tables/tables.ts';
import { markOrigin } from '../../../src/diagnostics/origin.ts';
import { createReport } from '../../../src/diagnostics/report.ts';
import { wordsIn } from '../../words-in.ts';

function read(
  text: string,
  { language = 'en', ...more }: { typographer?: boolean; language?: string; origins?: never[] } = {},
) {
  const report = createReport(() => text);
  const blocks = parseMarkdown(
    { text, file: 'page.md', origins: [], blocks: TABLES.blocks, words: wordsIn(language), ...more },
    report,
  );
  return { blocks, codes: report.diagnostics.map(({ code }) => code) };
}
const textOf = (block: Block | undefined) =>
  (block as Paragraph).text.map((one) => (one.kind === 'text' ? one.text : `<${one.kind}>`)).join('');

describe('emphasis at the edges of a pasted text', () => {
  const pasted = (text: string) => {
    const origins = [{ file: 'quotations.md', line: 3, column: 1 }];
    const source = { text, file: 't.md', origins, blocks: TABLES.blocks, words: wordsIn('en') };
    const [block] = parseMarkdown(source, createReport());
    return (block as Paragraph).text.map((one) =>
      one.kind === 'text' ? [one.text, one.italic === true] : [],
    );
  };

  it.each([
    [
      '*“Never.”* he said',
      [
        ['“Never.”', true],
        [' he said', false],
      ],
    ],
    [
      'he said *“Never.”*',
      [
        ['he said ', false],
        ['“Never.”', true],
      ],
    ],
    ['*(Never)*', [['(Never)', true]]],
    [
      '2*3*4',
      [
        ['2', false],
        ['3', true],
        ['4', false],
      ],
    ],
    ['snake_case_name', [['snake_case_name', false]]],
  ])('is that of the text alone: %s', (text, expected) => {
    expect(pasted(markOrigin(0, text))).toEqual(expected);
    expect(pasted(text)).toEqual(expected);
  });
});

describe('lists', () => {
  it('keep their first number and what stands after it', () => {
    expect(read('7) a\n8) b').blocks[0]).toMatchObject({
      kind: 'list',
      start: 7,
      delimiter: ')',
      tight: true,
    });
    expect(read('1. a\n\n2. b').blocks[0]).toMatchObject({ start: 1, tight: false });
  });

  it('tell tasks from other items, and leave the boxes out of the text', () => {
    const list = read('- [ ] one\n- [x] *two*\n- [y] three\n- four').blocks[0] as List;
    expect(list.tasks).toEqual([false, true, undefined, undefined]);
    expect(list.items.map((item) => textOf(item[0]))).toEqual(['one', 'two', '[y] three', 'four']);
  });

  it('hold terms with their definitions', () => {
    expect(read('Ray\n: One.\n: Two.').blocks[0]).toMatchObject({
      kind: 'definitions',
      items: [
        { terms: [[{ text: 'Ray' }]], definitions: [[{ kind: 'paragraph' }], [{ kind: 'paragraph' }]] },
      ],
    });
  });
});

describe('quotes', () => {
  it('have their last line as the attribution, if it begins with a dash', () => {
    const [quote] = read('> Words\n> — Ada, *On Shadows*').blocks;
    expect(quote).toMatchObject({ kind: 'quote', blocks: [{ text: [{ text: 'Words' }] }] });
    expect(quote).toMatchObject({ attribution: [{ text: '— Ada, ' }, { text: 'On Shadows', italic: true }] });
    expect(read('> — Ada').blocks[0]).not.toHaveProperty('attribution');
  });

  it('are callouts if GitHub takes them for such, titled in the language of the text', () => {
    const [box] = read('> [!WARNING]\n> Hot.', { language: 'de' }).blocks;
    expect(box).toMatchObject({
      kind: 'box',
      tone: 'callout',
      blocks: [{ text: [{ text: 'Warnung' }] }, {}],
    });
    expect(read('> [!OTHER]\n> Hot.').blocks[0]).toMatchObject({ kind: 'quote' });
  });
});

describe('footnotes', () => {
  it('are numbered as they are referred to, and told once', () => {
    const { blocks, codes } = read('A[^b] and B[^a] and A[^b].\n\n[^a]: Note a.\n\n[^b]: Note b.');
    const notes = (blocks[0] as Paragraph).text.filter((one) => one.kind === 'note');
    expect(notes.map(({ number }) => number)).toEqual([1, 2, 1]);
    expect(notes.map(({ blocks: inner }) => inner.map(textOf))).toEqual([['Note b.'], ['Note a.'], []]);
    expect(codes).toEqual([]);
  });

  it('work in fields of named blocks that hold whole texts', () => {
    const { blocks } = read('One[^1].\n\n[^1]: First.\n\n~~~callout\ntext: "Two^[Second.]."\n~~~');
    const inner = (blocks[1] as BoxBlock).blocks[1] as Paragraph;
    expect(inner.text[1]).toMatchObject({ kind: 'note', number: 2 });
  });

  it('of one pasted text are not those of the next', () => {
    const at = (line: number) => ({ file: 'a.md', line, column: 1 });
    const pasted = (number: number, text: string) => `\uE000${number}\uE001\n\n${text}\n\n\uE002`;
    const text = ['X[^1].\n\n[^1]: Of X.', 'Y[^1].\n\n[^1]: Of Y.']
      .map((one, index) => pasted(index, one))
      .join('\n');
    const report = createReport();
    const blocks = parseMarkdown(
      { text, file: 'page.md', origins: [at(1), at(9)], blocks: TABLES.blocks, words: wordsIn('en') },
      report,
    );
    const notes = blocks.flatMap((block) => (block as Paragraph).text.filter((one) => one.kind === 'note'));
    expect(notes.map(({ blocks: inner }) => textOf(inner[0]))).toEqual(['Of X.', 'Of Y.']);
    expect(report.diagnostics).toEqual([]);
  });
});

describe('links', () => {
  it('lead to addresses, bare ones too, and to headings', () => {
    const { blocks, codes } = read(
      '## Key moments!\n\nSee https://a.org, www.b.org, [c](#key-moments), d.md.',
    );
    const links = (blocks[1] as Paragraph).text.flatMap((one) =>
      one.kind === 'text' ? (one.link ?? []) : [],
    );
    expect(links).toEqual(['https://a.org', 'http://www.b.org', '#key-moments']);
    expect(codes).toEqual([]);
  });
});

describe('struck text', () => {
  it('is marked', () =>
    expect((read('~~gone~~ here').blocks[0] as Paragraph).text).toMatchObject([
      { text: 'gone', strike: true },
      { text: ' here' },
    ]));
});

describe('the typographer', () => {
  const set = (text: string, language = 'en-GB') =>
    textOf(read(text, { typographer: true, language }).blocks[0]);

  it.each([
    ['en', `"She said 'yes'," he said.`, '“She said ‘yes’,” he said.'],
    ['en', `It's the dogs' '90s -- not *"theirs"*.`, 'It’s the dogs’ ’90s – not “theirs”.'],
    ['en', `A 6'2" man, a 3" nail, pages 3--5---so...`, 'A 6′2″ man, a 3″ nail, pages 3–5—so…'],
    ['de', `"Er sagte 'ja'", so war's.`, '„Er sagte ‚ja‘“, so war’s.'],
    ['fr', `"L'été" dit-il`, '«\u202FL’été\u202F» dit-il'],
    ['es', `"Sí 'claro'"`, '«Sí “claro”»'],
  ])('sets the marks of %s', (language, from, to) => expect(set(from, language)).toBe(to));

  it('leaves code, and everything where it is not asked for', () => {
    expect(set('`"a" -- b` "c"')).toBe('"a" -- b “c”');
    expect(textOf(read('"c" -- it\'s').blocks[0])).toBe('"c" -- it\'s');
  });
});

describe('blanks of underscores', () => {
  const shown = (text: string) =>
    (read(text).blocks as Paragraph[])
      .flatMap(({ text: runs }) => runs)
      .map((run) =>
        run.kind === 'text'
          ? `${run.bold ? 'B' : ''}${run.italic ? 'I' : ''}${run.bold || run.italic ? ':' : ''}${run.text}`
          : '',
      );

  it('are text, wherever they stand', () => {
    for (const text of [
      'Date: ___/___/____   Time: __:__',
      'She was ___ing down the road.',
      'The sum is (___). The product is [___].',
      'walk___ and ___ing, ___ed',
      'Name:________ Class:________',
      'The ___ is ___ and ___.',
      '3 + __ = 5, __ - 2 = 4',
      '**A** (____), “___”, ___',
      'a ___, ___, b',
    ])
      expect(shown(text).join('').replaceAll('B:', '')).toBe(text.replaceAll('**', ''));
  });

  it('leave emphasis as CommonMark has it', () => {
    expect(shown('__strong__ and _em_ and ___both___')).toEqual([
      'B:strong',
      ' and ',
      'I:em',
      ' and ',
      'BI:both',
    ]);
    expect(shown('__“Ray”__, __(one)__, snake_case, a__b__c')).toEqual([
      'B:“Ray”',
      ', ',
      'B:(one)',
      ', snake_case, a__b__c',
    ]);
    expect(shown('__one _two_ three__: ___')).toEqual(['B:one ', 'BI:two', 'B: three', ': ___']);
  });

  it('may be escaped, and are nothing in code and in addresses', () => {
    expect(shown('\\_\\_\\_ and `___`')).toEqual(['___ and ', '___']);
    expect((read('https://example.org/a___b').blocks[0] as Paragraph).text[0]).toMatchObject({
      link: 'https://example.org/a___b',
    });
  });

  it('alone on a line are a rule', () => {
    expect(read('___').blocks).toMatchObject([{ kind: 'rule' }]);
  });
});

describe('lines that an author lettered', () => {
  /** Labels and texts, lists in lists set in. */
  const listed = (blocks: readonly Block[], indent = ''): string[] =>
    blocks.flatMap((block) =>
      block.kind === 'list'
        ? block.items.flatMap((item, index) => {
            const [first = '', ...others] = listed(item, `${indent}  `);
            const label =
              block.labels?.texts[index] ?? (block.start === undefined ? '•' : `${block.start + index}.`);
            return [`${indent}${label} ${first.trim()}`, ...others];
          })
        : [indent + textOf(block)],
    );

  it('are a list with the letters as they are written', () => {
    for (const [one, two, numbering] of [
      ['a)', 'b)', 'LowerAlpha'],
      ['A.', 'B.', 'UpperAlpha'],
      ['(a)', '(b)', 'LowerAlpha'],
      ['a.', 'b.', 'LowerAlpha'],
      ['A)', 'B)', 'UpperAlpha'],
      ['(i)', '(ii)', 'LowerRoman'],
      ['I.', 'II.', 'UpperRoman'],
    ])
      expect(read(`${one} trout\n${two} bat`).blocks).toMatchObject([
        { kind: 'list', tight: true, labels: { texts: [one, two], numbering } },
      ]);
  });

  it('stand below their question, in a list and in the text', () => {
    expect(
      listed(
        read(
          '1. Which is a mammal?\n   a) trout\n   b) *bat*\n   c) newt\n\n2. Order:\n\n   A. egg\n   B. hen',
        ).blocks,
      ),
    ).toEqual([
      '1. Which is a mammal?',
      '  a) trout',
      '  b) bat',
      '  c) newt',
      '2. Order:',
      '  A. egg',
      '  B. hen',
    ]);
    expect(listed(read('Choose:\na) one\ngoes on  \nhere\nb) two').blocks)).toEqual([
      'Choose:',
      'a) one goes on<break>here',
      'b) two',
    ]);
  });

  it('may be parted by blank lines or emphasised, and hold others', () => {
    const { blocks } = read('a) one\n\nb) two\n\nc) three\n\nText.');
    expect(blocks).toMatchObject([{ kind: 'list', tight: false }, { kind: 'paragraph' }]);
    expect((blocks[0] as List).items.map(([first]) => first!.at.line)).toEqual([1, 3, 5]);
    expect(listed(read('**a)** one\n**b)** two').blocks)).toEqual(['a) one', 'b) two']);
    expect(listed(read('a) one\n**b) two**\nc) three').blocks)).toEqual(['a) one', 'b) two', 'c) three']);
    expect(listed(read('(a) Why?\n(i) one\n(ii) two\n(b) How?').blocks)).toEqual([
      '(a) Why?',
      '  (i) one',
      '  (ii) two',
      '(b) How?',
    ]);
  });

  it('are prose where the next letter is missing, or comes in another form or order', () => {
    for (const text of [
      'It is said in\na) the book, and nowhere else.',
      'a) one\nB) two',
      'b) one\nc) two',
      'b) one\na) two',
      'a) one\nc) three',
      'a)one\nb)two',
      'one a) two\nthree b) four',
    ])
      expect(read(text).blocks).toMatchObject([{ kind: 'paragraph' }]);
    expect(read('a) one\n\nText.\n\nb) two').blocks.map(({ kind }) => kind)).toEqual([
      'paragraph',
      'paragraph',
      'paragraph',
    ]);
  });

  it('are found quickly in a long text, or not found', () => {
    // Where each line looked at all that follow, this would take longer than any test may.
    expect(read('a) one\n'.repeat(20_000)).blocks).toHaveLength(1);
  });
});
