import { describe, expect, it } from 'vitest';
import type { Mark } from '../../src/pages/page.ts';
import { layOutPack } from '../support.ts';

const linesIn = (marks: readonly Mark[]): string[] =>
  marks.flatMap((mark) =>
    mark.kind === 'text' ? [mark.text.trim()] : mark.kind === 'group' ? linesIn(mark.marks) : [],
  );

const WORDS = `## Bahnhof
gender: m
plural: die Bahnhöfe
example: Am Bahnhof.

station

## Milch
gender: f

milk

## Leute
plural: only plural

people

## langsam

slow
`;

/** The fronts and then the backs of the cards of a product, each with its number last. */
function sidesOf(product: string): string[] {
  const { documents, report } = layOutPack({ 'vocabulary.md': WORDS }, { products: [product] });
  expect(report.diagnostics).toEqual([]);
  const sheets = documents.flatMap(({ pages }) => pages.pages.map(({ marks }) => linesIn(marks).join(' | ')));
  return sheets.flatMap((sheet) => sheet.split(/(?<=Demo) \| /));
}

describe('vocabulary cards', () => {
  it('ask for the meaning, and have gender, plural and an example on the back', () => {
    expect(sidesOf('vocabulary-cards')).toEqual([
      'Bahnhof | V1 · Demo',
      'Milch | V2 · Demo',
      'Leute | V3 · Demo',
      'langsam | V4 · Demo',
      'station | Am Bahnhof. | m, plural: die Bahnhöfe | V1 · Demo',
      'milk | f | V2 · Demo',
      'people | plural: only plural | V3 · Demo',
      'slow | V4 · Demo',
    ]);
  });

  it('may be asked for the other way round', () => {
    expect(sidesOf('vocabulary-cards-reversed')).toEqual([
      'station | R1 · Demo',
      'milk | R2 · Demo',
      'people | R3 · Demo',
      'slow | R4 · Demo',
      'Bahnhof | Am Bahnhof. | m, plural: die Bahnhöfe | R1 · Demo',
      'Milch | f | R2 · Demo',
      'Leute | plural: only plural | R3 · Demo',
      'langsam | R4 · Demo',
    ]);
  });
});
