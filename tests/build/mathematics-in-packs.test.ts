import { expect, it } from 'vitest';
import { gatherKinds } from '../../src/diagnostics/gather-kinds.ts';
import { textOfPages } from '../print-text.ts';
import { layOutPack } from '../support.ts';

const FORMULA = '$a_1 * b_2 * \\frac{1}{2} <c>$';

it.each([
  ['the text of a theme', { 'themes.md': `## Light\nclaim: It is straight.\n\nIt is ${FORMULA} long.\n` }],
  ['a claim', { 'themes.md': `## Light\nclaim: It is ${FORMULA} long.\n\nWords.\n` }],
  [
    'the name of a word',
    { 'vocabulary.md': `## Speed ${FORMULA}\n\nHow far it goes.\n\n## Mass\n\nHow much it is.\n` },
  ],
  [
    'the meaning of a word',
    { 'vocabulary.md': `## Speed\n\nIt is ${FORMULA} long.\n\n## Mass\n\nHow much it is.\n` },
  ],
  [
    'a question, its options and its answer',
    {
      'themes.md': '## Light\nclaim: It is straight.\n\nWords.\n',
      'items.md': `## What is ${FORMULA} long?\nkind: multiple-choice\nthemes: [light]\n\n- [x] ${FORMULA}\n- [ ] two\n- [ ] three\n`,
    },
  ],
  [
    'a table, a list and a note',
    {
      'themes.md': `## Light\nclaim: It is straight.\n\n| A |\n|---|\n| ${FORMULA.replace('|', '')} |\n\n- ${FORMULA}[^1]\n\n[^1]: ${FORMULA}\n`,
    },
  ],
])('mathematics in %s is printed as it is typed, and named once for a file', (_, files) => {
  const { documents, report } = layOutPack(files);
  const said = gatherKinds(report.diagnostics).filter(({ code }) => code === 'mathematics-typed');
  expect(said).toHaveLength(1);
  expect(said[0]!.severity).toBe('warning');
  expect(report.failed()).toBe(false);
  const shown = documents.map(({ pages }) => textOfPages(pages).replace(/[\s\u00AD]/g, '')).join('\n');
  expect(shown).toContain(FORMULA.replaceAll(' ', ''));
  expect(shown).not.toContain('\\$');
});

it.each([
  'It costs $5, or $10 for two.',
  'US$20/US$30 and \\$5 and \\$x and $ alone.',
  'Between $5 and 10$ is a lot; `$a_1$` is code.',
])('prices in a pack are not mathematics: %s', (text) => {
  const { report } = layOutPack({
    'themes.md': `## Light\nclaim: ${text.replace(/`.*?`/g, 'Code')}\n\n${text}\n`,
  });
  expect(report.diagnostics.map(({ code }) => code)).not.toContain('mathematics-typed');
});

it('leaves Markdown beside it alone', () => {
  const { documents } = layOutPack({
    'themes.md': '## Light\nclaim: Straight.\n\nOne *two* $x_1$ **three** \\(a\\) \\[b\\].\n',
  });
  const shown = documents.map(({ pages }) => textOfPages(pages)).join('\n');
  expect(shown).toMatch(/One\s*two\s*\$x_1\$\s*three\s*\(a\)\s*\[b\]\./);
});
