import { objectiveGrid } from '../for-teachers/objective-grid.ts';
import type { LintRule } from './linted-pack.ts';

/** By how many percentage points the share of an objective may differ from its weight. */
const NEAR = 5;

/** The marks of a paper are not shared among the objectives as its `weights` say. */
export const weightsKept: LintRule = ({ pack, assessment }, report) => {
  for (const { paper } of assessment.papers) {
    if (!paper.weights) continue;
    for (const { name, share, planned } of objectiveGrid(paper, pack.entries.objectives))
      if (planned !== null && Math.abs(share - planned) > NEAR)
        report.add(
          'lint-weights',
          paper.at,
          `${name} has ${share} per cent of the marks, but “weights” says ${planned}.`,
          'Change the items, their objectives or the weights.',
        );
  }
};
