import type { ExamPack } from '../../assessment/tasks/exam-pack.ts';

/** Gives the ids of all quotations: those that the pack highlights, then one of each theme in turn, then the others. */
export function quotationOrder({ about, entries }: ExamPack): string[] {
  const { quotations, themes } = entries;
  const byTurns = quotations.flatMap((_, turn) =>
    themes.flatMap(({ fields }) => fields.quotations[turn] ?? []),
  );
  const highlights = about.fields.highlights ?? [];
  return [...new Set([...highlights, ...byTurns, ...quotations.map(({ id }) => id)])];
}
