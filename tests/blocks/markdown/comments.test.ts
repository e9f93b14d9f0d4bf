import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/blocks/markdown/read-document.ts';
import { TABLES } from '../../../src/build/tables/tables.ts';
import { createReport } from '../../../src/diagnostics/report.ts';
import { layOutText, textOfPages } from '../../print-text.ts';
import { layOutPack } from '../../support.ts';
import { english } from '../../words-in.ts';

/** Stands in every comment below: it may come out nowhere. */
const SECRET = /secret/i;

describe('comments of a Markdown file', () => {
  const places: [string, string][] = [
    ['below a heading', '# Quiz\n\n<!-- SECRET: 1 secret, 2 secret -->\n\n1. What?'],
    ['of several lines with a blank one', 'One.\n\n<!--\nFor the teacher.\n\nSecret.\n-->\n\nTwo.'],
    ['in a line', '1. What pumps the blood? <!-- secret -->\n2. Where?'],
    ['in a line, over a blank line', 'One <!-- secret\n\nsecret --> two.'],
    ['in a heading', '# Quiz <!-- secret -->\n\nOne.'],
    ['in cells', '| a | b |\n|---|---|\n| c <!-- secret --> | <!-- secret | secret --> |'],
    [
      'in a list, between entries and in them',
      '- one\n<!-- secret -->\n- two\n  <!-- secret -->\n- three <!-- secret -->',
    ],
    ['in a quotation', '> one\n> <!-- secret -->\n> two'],
    ['before text on its line', '<!-- secret --> One.'],
    [
      'in front matter, and above it',
      '<!-- secret -->\n---\ntitle: Quiz <!-- secret -->\n# secret\n---\n\nOne.',
    ],
    [
      'in a field of a named block',
      '~~~callout\ntitle: "One <!-- secret -->"\ntext: "Two <!-- secret --> three."\n~~~',
    ],
    ['in a footnote', 'One[^1].\n\n[^1]: Two <!-- secret -->.'],
    ['in other HTML', '<div>\n<!-- secret -->\n</div>'],
  ];

  for (const [where, text] of places)
    it(`print nothing ${where}`, () => {
      const { laid, report } = layOutText(text);
      expect(JSON.stringify(laid)).not.toMatch(SECRET);
      expect(textOfPages(laid)).not.toMatch(/<!|-->/);
      expect(report.diagnostics.filter(({ code }) => code !== 'raw-html')).toEqual([]);
      if (!where.includes('HTML')) expect(report.diagnostics).toEqual([]);
      const { title } = readDocument(
        { path: 'page.md', text },
        TABLES.blocks,
        () => english,
        createReport(),
      )!;
      expect(title).not.toMatch(SECRET);
    });

  it('part paragraphs and lists as CommonMark has it', () => {
    expect(
      readDocument(
        { path: 'p.md', text: 'one\n<!-- x -->\ntwo' },
        TABLES.blocks,
        () => english,
        createReport(),
      )?.blocks,
    ).toHaveLength(2);
    expect(
      readDocument(
        { path: 'p.md', text: '- one\n\n<!-- x -->\n\n- two' },
        TABLES.blocks,
        () => english,
        createReport(),
      )?.blocks,
    ).toHaveLength(2);
  });

  it('leave what is around them as it was', () => {
    const kinds = (text: string) =>
      readDocument({ path: 'p.md', text }, TABLES.blocks, () => english, createReport())?.blocks.map(
        ({ kind }) => kind,
      );
    expect(kinds('> one\n>\n> <!--\n> secret\n> -->\n>\n> two')).toEqual(['quote']);
    expect(kinds('Bring:\n- <!-- secret -->\n- two')).toEqual(['paragraph', 'list']);
    expect(kinds('Bring:\n1. <!-- secret -->')).toEqual(['paragraph', 'list']);
  });

  it('stay in code', () => {
    const { laid } = layOutText('```html\n<!-- shown -->\n```\n\nand `<!-- seen -->`');
    expect(textOfPages(laid)).toMatch(/<!--.shown.-->/);
    expect(textOfPages(laid)).toContain('<!-- seen -->');
    const inList = layOutText('1. > ~~~\n   > <!-- shown -->\n   > ~~~\n   > <!-- secret -->\n\nEnd');
    expect(textOfPages(inList.laid)).toMatch(/<!--.shown.-->.*End/);
    expect(textOfPages(inList.laid)).not.toMatch(SECRET);
  });

  it('that are never closed are an error at their line', () => {
    const { report } = layOutText('One.\n\nTwo <!-- three.\n\nFour.');
    expect(report.diagnostics).toMatchObject([
      { code: 'comment-unclosed', severity: 'error', where: { line: 3, column: 5 } },
    ]);
  });
});

describe('comments of a pack', () => {
  it('print nothing, and hide nothing that stands beside them', () => {
    const { report, documents } = layOutPack({
      'themes.md': [
        '# Themes <!-- secret -->',
        '<!--',
        '## Old secret',
        'claim: Secret.',
        '-->',
        '## Light <!-- secret -->',
        '<!-- secret -->',
        'claim: Light is straight. <!-- secret -->',
        '<!-- secret: secret -->',
        'vocabulary: [ray]',
        '',
        'Light goes <!-- secret',
        '',
        'secret --> straight.',
      ].join('\n'),
      'vocabulary.md': '## Ray\nA line of light. <!-- secret -->\n',
      'items/worksheet.md':
        '## Where does it go? <!-- secret -->\nlevel: core\nthemes: [light]\n\nStraight on. <!-- secret -->\n',
    });
    expect(report.diagnostics).toEqual([]);
    const pages = JSON.stringify(documents.map(({ pages: laid, draft }) => [laid, draft.job.name]));
    expect(pages).not.toMatch(SECRET);
    expect(pages).not.toContain('<!--');
    for (const words of [
      'Light is straight.',
      'Light goes straight.',
      'A line of light.',
      'Where does it go?',
    ])
      expect(pages).toContain(words);
  });

  it('leave options of a question together', () => {
    const { report, documents } = layOutPack({
      'items.md': [
        '## What is it?',
        'kind: multiple-choice',
        '',
        '- [ ] one',
        '<!-- secret,',
        'and secret -->',
        '- [x] two <!-- secret -->',
        '- [ ] three',
      ].join('\n'),
      'papers/quiz.md':
        '---\ntitle: Quiz\nduration: 10\nseed: 1\nsections:\n  - title: One\n    items: [what-is-it]\n---\n',
    });
    expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const pages = JSON.stringify(documents.map(({ pages: laid }) => laid));
    expect(pages).toMatch(/"one.*"two.*"three/);
    expect(pages).not.toMatch(SECRET);
  });
});
