import { expect, it } from 'vitest';
import { readHtml } from '../../../../src/exchange/in/html/read-html.ts';

const itemsOf = (text: string) =>
  readHtml({ path: 'sheet.html', text: `<h1>Leaves</h1><p>Leaves are green.</p><h2>Questions</h2>${text}` })
    .entries.filter(({ kind }) => kind === 'items')
    .map(({ name, body }) => [name, body]);

it.each([
  [
    'beside questions with headings',
    '<h3>Why green?</h3><p>Light.</p><p><b>What without light?</b></p><p>Hunger.</p>',
  ],
  [
    'without any heading',
    '<p><b>Why green?</b></p><p>Light.</p><p><b>What without light?</b></p><p>Hunger.</p>',
  ],
  ['with numbers', '<h3>1. Why green?</h3><p>Light.</p><p><b>2. What without light?</b></p><p>Hunger.</p>'],
])('questions that are only bold are questions of their own, %s', (_, text) => {
  expect(itemsOf(text)).toEqual([
    ['Why green?', 'Light.'],
    ['What without light?', 'Hunger.'],
  ]);
});
