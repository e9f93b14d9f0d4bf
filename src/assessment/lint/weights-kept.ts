import { objectiveGrid } from '../for-teachers/objective-grid.ts';
import type { LintRule } from './linted-pack.ts';

/** By how many per cent the share of an objective may differ from what the paper says. */
const NEAR = 5;

/** The marks of a paper are not shared out among objectives as it says. */
export const weightsKept: LintRule = ({ pack, assessment }, report) => {
  const names = new Map(pack.entries.objectives.map(({ id, name }) => [id, name]));
  for (const { paper } of assessment.papers) {
    if (!paper.weights) continue;
    for (const { name, share, wanted } of objectiveGrid(paper, names))
      if (wanted !== null && Math.abs(share - wanted) > NEAR)
        report.add(
          'lint-weights',
          paper.at,
          `${name} has ${share} per cent of the marks, and “weights” says ${wanted}.`,
          'Change items, their objectives, or the weights.',
        );
  }
};
