import { expect, it } from 'vitest';
import { layOutPack } from '../support.ts';

const listOf = (count: number) =>
  Array.from({ length: count }, (_, index) => `## mot ${index}\nid: mot-${index}\n\nword ${index}\n`).join(
    '\n',
  );

it.each([34, 66, 400])('a list of %i short words fits on a knowledge organiser', (count) => {
  const { report, documents } = layOutPack({ 'vocabulary.md': listOf(count) });
  expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(documents.some(({ draft }) => draft.product === 'knowledge-organiser')).toBe(true);
});
