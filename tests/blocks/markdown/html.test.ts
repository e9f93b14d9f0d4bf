import { describe, expect, it } from 'vitest';
import { layOutText, textOfPages } from '../../print-text.ts';
import { readBlocks } from '../../read-blocks.ts';

/** The letters on the pages, without spaces: between two paragraphs there are none. */
const lettersOf = (text: string) => textOfPages(layOutText(text).laid).replace(/[\s\u00AD]+/g, '');
const codesOf = (text: string) => layOutText(text).report.diagnostics.map(({ code }) => code);
const textOf = (text: string) => {
  const [block] = readBlocks(text).blocks;
  return block?.kind === 'paragraph' ? block.text : [];
};

describe('HTML in a line', () => {
  it.each([
    ['H<sub>2</sub>O', 'sub'],
    ['10<sup>2</sup>', 'super'],
  ] as const)('%s is set beside the line', (text, script) => {
    expect(textOf(text)).toContainEqual({ kind: 'text', text: '2', script });
  });

  it.each([
    ['<u>a</u>', 'underline'],
    ['<ins>a</ins>', 'underline'],
    ['<mark>a</mark>', 'highlight'],
    ['<kbd>a</kbd>', 'key'],
    ['<b>a</b>', 'bold'],
    ['<strong>a</strong>', 'bold'],
    ['<EM>a</EM>', 'italic'],
    ['<del>a</del>', 'strike'],
    ['<small>a</small>', 'small'],
    ['<code>a</code>', 'code'],
    ['<span style="color: red; text-decoration: underline">a</span>', 'underline'],
    ['<span style="font-weight:700">a</span>', 'bold'],
  ])('%s looks so', (text, style) => {
    expect(textOf(text)).toEqual([{ kind: 'text', text: 'a', [style]: true }]);
  });

  it('breaks lines, in paragraphs, cells and headings', () => {
    expect(textOf('a<br>b<br/>c')).toHaveLength(5);
    const [table] = readBlocks('| A |\n|---|\n| x<br>y |').blocks;
    expect(table).toMatchObject({ kind: 'table', rows: [[[{ text: [{}, { kind: 'break' }, {}] }]]] });
    expect(readBlocks('# a<br>b').blocks).toMatchObject([{ text: [{}, { kind: 'break' }, {}] }]);
  });

  it('mixes with Markdown, and forgives tags that are not closed or cross', () => {
    expect(textOf('<b>a *b*</b> c')).toEqual([
      { kind: 'text', text: 'a ', bold: true },
      { kind: 'text', text: 'b', bold: true, italic: true },
      { kind: 'text', text: ' c' },
    ]);
    expect(lettersOf('<b>never closed\n\nNext</i> one.')).toBe('neverclosedNextone.');
    expect(lettersOf('<b>a<i>b</b>c</i> d')).toBe('abcd');
    expect(textOf('<a href="https://example.org">x</a>')).toEqual([
      { kind: 'text', text: 'x', link: 'https://example.org' },
    ]);
  });

  it('leaves out other tags and keeps their words, naming each once at its place', () => {
    const text = 'A <blink>b</blink> c.\n\nD <blink>e</blink> <font-x>f</font-x>.';
    expect(lettersOf(text)).toBe('Abc.Def.');
    expect(layOutText(text).report.diagnostics).toMatchObject([
      { code: 'raw-html', severity: 'warning', where: { line: 1, column: 3 } },
      { code: 'raw-html', severity: 'warning', where: { line: 3, column: 20 } },
    ]);
  });

  it.each([
    'Before <script>alert("SECRET")</script>after',
    'Before\n\n<style>\np { SECRET: 1 }\n</style>\n\nafter',
    'Before <span onclick="SECRET()">after</span>',
    '<p onmouseover="SECRET">Before</p>\n\n<script type="x">\n\nSECRET\n\n</script>\n\nafter',
    'Before <?php SECRET ?> after',
  ])('never prints scripts, styles or event attributes: %j', (text) => {
    expect(JSON.stringify(layOutText(text).laid)).not.toContain('SECRET');
    expect(lettersOf(text)).toBe('Beforeafter');
  });
});

describe('HTML of blocks', () => {
  it('reads details as a box, with the Markdown in it', () => {
    const { blocks } = readBlocks(
      '<details>\n<summary>Answer</summary>\n\n1. Ice *floats*.\n\n</details>\n\nAfter.',
    );
    expect(blocks).toMatchObject([
      {
        kind: 'box',
        blocks: [
          { look: 'label', text: [{ text: 'Answer' }] },
          { kind: 'list', start: 1 },
        ],
      },
      { kind: 'paragraph' },
    ]);
  });

  it.each([
    ['<p align="center">a</p>', { kind: 'paragraph', centred: true }],
    ['<center>a</center>', { kind: 'paragraph', centred: true }],
    ['<div align="center">\n\na\n\n</div>', { kind: 'paragraph', centred: true }],
    ['<div style="text-align: right">a</div>', { kind: 'paragraph', align: 'right' }],
    ['<h2 align="center">a</h2>', { kind: 'heading', level: 2, centred: true }],
    ['<blockquote>a</blockquote>', { kind: 'quote' }],
    ['<hr>', { kind: 'rule' }],
    ['<pre>\na\n  b</pre>', { kind: 'paragraph', preformatted: true }],
    ['<ul><li>a<li>b</ul>', { kind: 'list', items: [{}, {}] }],
    ['<ol start="3"><li>a</ol>', { kind: 'list', start: 3 }],
    [
      '<ol type="a" start="2"><li>a<li>b</ol>',
      { kind: 'list', labels: { texts: ['b.', 'c.'], numbering: 'LowerAlpha' } },
    ],
    [
      '<ol type="I" start="4"><li>a<li>b</ol>',
      { kind: 'list', labels: { texts: ['IV.', 'V.'], numbering: 'UpperRoman' } },
    ],
    ['<dl><dt>a<dd>b</dl>', { kind: 'definitions', items: [{ terms: [{}], definitions: [{}] }] }],
    ['<figure><img src="a.png" alt="x"><figcaption>a</figcaption></figure>', { kind: 'figure', alt: 'x' }],
  ])('%j', (text, expected) => {
    const { blocks, report } = readBlocks(text);
    expect(blocks).toMatchObject([expected]);
    expect(report.diagnostics).toEqual([]);
  });

  it('reads cells that span others at their place in the grid', () => {
    const [table] = readBlocks(
      '<table><tr><th rowspan="2">a</th><th colspan="2">b</th></tr><tr><td>c</td><td>d</td></tr></table>',
    ).blocks;
    expect(table).toMatchObject({
      kind: 'table',
      columns: [{}, {}, {}],
      merged: [{ row: 0, column: 1, rows: 1, columns: 2 }],
      rows: [[[{ text: [{ text: 'c' }] }], [{ text: [{ text: 'd' }] }], []]],
    });
  });

  it('reads a list in a cell, and after words of a paragraph', () => {
    const [table] = readBlocks('| A |\n|---|\n| <ul><li>**x**</li><li>y</li></ul> |').blocks;
    expect(table).toMatchObject({ rows: [[[{ kind: 'list', items: [{}, {}] }]]] });
    expect(readBlocks('Bring: <ul><li>a</li></ul>').blocks).toMatchObject([
      { kind: 'paragraph' },
      { kind: 'list' },
    ]);
  });

  it.each([
    '<div markdown="1" align="center">\n## A\n- *b*\n</div>',
    '<div align="center" markdown>\n## A\n- *b*\n</div>',
    "<div markdown='block' align='center'>\n\n## A\n\n- *b*\n\n</div>",
  ])('reads Markdown inside an element that says so: %j', (text) => {
    expect(readBlocks(text).blocks).toMatchObject([
      { kind: 'heading', level: 2, centred: true },
      { kind: 'list', items: [[{ text: [{ text: 'b', italic: true }] }]] },
    ]);
  });

  it('says which columns of a table are more than are printed', () => {
    const table = (count: number) => `<table><tr>${'<td>a</td>'.repeat(count)}<td>last</td></tr></table>`;
    expect(codesOf(table(39))).toEqual([]);
    expect(codesOf(`x\n\n${table(40)}`)).toEqual(['markup-unsupported']);
    // A cell that reaches farther than that loses no word.
    expect(codesOf('<table><tr><td colspan="99">a</td></tr></table>')).toEqual([]);
    expect(codesOf('<table><tr><td colspan="40">a</td><td>b</td></tr></table>')).toEqual([
      'markup-unsupported',
    ]);
  });

  it.each(['div', 'b', 'ul', 'table', 'details'])(
    'says that <%s> is nested too deeply, and goes on',
    (name) => {
      const many = `${`<${name}>`.repeat(3000)}deepest${`</${name}>`.repeat(3000)}`;
      const started = performance.now();
      for (const text of [`${many}\n\nAfter.`, `Before ${many} after.`]) {
        const { blocks, report } = readBlocks(text);
        expect(JSON.stringify(blocks)).toMatch(/after/i);
        // Elements of a line, and what a browser takes out of a table, are not nested on paper.
        const isSaid = report.diagnostics.some(({ code }) => code === 'nesting-too-deep');
        expect([name, isSaid]).toEqual([name, !['b', 'table'].includes(name)]);
        if (!isSaid) expect(JSON.stringify(blocks)).toContain('deepest');
      }
      expect(performance.now() - started).toBeLessThan(5000);
    },
  );

  it('ends an element that is never closed with its own piece', () => {
    const { blocks } = readBlocks('<div align="center">\n\nAfter.\n\n# Then');
    expect(blocks).toMatchObject([{ kind: 'paragraph' }, { kind: 'heading' }]);
    expect(blocks[0]).not.toHaveProperty('centred');
  });

  it('loses no words, wherever a browser would put them', () => {
    const text =
      '<table>\n\nlost?\n\n<tr><td>cell</td></tr>\n</table>\n\n<select><option>one</option></select> two';
    for (const word of ['lost?', 'cell', 'one', 'two']) expect(lettersOf(text)).toContain(word);
    expect(codesOf(text)).not.toContain('markup-unsupported');
  });
});

it.each(['iframe', 'video', 'object'])('names what <%s> shows, which is not printed', (name) => {
  const { blocks, report } = readBlocks(`<${name} src="a">Words.</${name}>`);
  expect(JSON.stringify(blocks)).toContain('Words.');
  expect(report.diagnostics.map(({ message }) => message)).toEqual([
    `“<${name}>” shows something that cannot be printed. Only the text in it is.`,
  ]);
});
