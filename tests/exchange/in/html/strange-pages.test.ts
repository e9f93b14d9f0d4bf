import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../../src/exchange/in/html/read-html.ts';
import { mendSource } from '../../../../src/exchange/in/opening/mend-source.ts';

const LONG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ'.repeat(40_000);

const read = (text: string) => readHtml({ path: 'page.html', text });
const wordsOf = ({ about, entries, losses }: ReturnType<typeof readHtml>) =>
  [
    about.title,
    about.intro,
    ...entries.flatMap(({ name, body, fields }) => [name, body, JSON.stringify(fields)]),
    ...losses.map(({ text }) => text),
  ].join(' ');

describe('a page of a strange make', () => {
  it.each([
    ['elements deep in one another', `${'<div>'.repeat(5000)}the deepest words${'</div>'.repeat(5000)}`],
    ['elements that are never closed', `${'<blockquote>'.repeat(5000)}the deepest words`],
    ['lists deep in one another', `${'<ul><li>item '.repeat(2000)}the deepest words`],
  ])('with %s keeps its words', (_, html) => {
    expect(wordsOf(read(`<h1>Ice</h1><p>Ice is water.</p>${html}`))).toContain('the deepest words');
  });

  it('with a picture written into it of megabytes is read in moments', () => {
    const start = performance.now();
    const page = `<h2>Ice</h2><p>It’s water. <img alt="ice" src="data:image/png;base64,${LONG}"> What?t and don?t.</p>`;
    const { text, mends } = mendSource(page);
    const { pictures, entries } = read(text);
    expect(performance.now() - start).toBeLessThan(5000);
    expect(mends.map(({ found }) => found)).toEqual(['What?t', 'don?t']);
    expect(pictures).toHaveLength(1);
    expect(entries).toHaveLength(1);
  });

  it('with a picture of a kind that cannot be printed lists it', () => {
    const { losses } = read('<h2>Ice</h2><p>Water. <img alt="ice" src="data:image/tiff;base64,AAAA"></p>');
    expect(losses.map(({ what, text }) => [what, text])).toEqual([
      ['a picture of a kind that cannot be printed (image/tiff)', 'ice'],
    ]);
  });

  it.each([
    ['<p>Nothing burns for ever here.</p><footer>Act 2</footer>', 'Act 2'],
    ['Nothing burns for ever here.<footer>— <cite>Rook</cite>, Act 2</footer>', 'Rook, Act 2'],
    ['<footer><p>Rook</p></footer><p>Nothing burns for ever here.</p>', 'Rook'],
  ])('keeps who said it in the foot of a quotation: %s', (quote, credit) => {
    const page = `<h1>Ice</h1><p>Ice is water.</p><h2>Key quotes</h2><blockquote>${quote}</blockquote><footer>© 2025</footer>`;
    const { entries, losses } = read(page);
    const quotation = entries.find(({ kind }) => kind === 'quotations');
    expect([quotation?.body, quotation?.fields['note']]).toEqual(['Nothing burns for ever here.', credit]);
    expect(losses.filter(({ what }) => what === 'the foot of the page').map(({ text }) => text)).toEqual([
      '© 2025',
    ]);
  });

  it.each([
    '<h1>Ice</h1><p>Ice is water.</p><h2></h2><form>Search</form>',
    '<h1>Ice</h1><p>Ice is water.</p><h2>More</h2>',
    '<h1>Ice</h1><p>Ice is water.</p><h2>Key quotes</h2><nav>Home</nav>',
  ])('whose headings have nothing below them has its introduction as a text: %s', (page) => {
    expect(read(page).entries.some(({ body }) => body.includes('Ice is water.'))).toBe(true);
  });

  it('without a text lists its title', () => {
    expect(read('<title>Sketch of ice</title><canvas>').losses).toContainEqual(
      expect.objectContaining({ what: 'a title without a text', text: 'Sketch of ice' }),
    );
  });

  it('lists what the pictures in left-out parts show', () => {
    const { losses } = read(
      '<h1>Ice</h1><p>Ice is water.</p><footer>Made <img src="w.png" alt="by Wiki"></footer>',
    );
    expect(losses[0]).toMatchObject({ what: 'the foot of the page', text: 'Made by Wiki' });
  });
});
