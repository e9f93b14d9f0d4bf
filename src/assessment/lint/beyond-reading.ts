import type { LintRule } from './linted-pack.ts';

/** An item is about a chapter that the class has not read yet. */
export const beyondReading: LintRule = ({ pack, assessment }, report) => {
  const order = pack.entries.chapters.map(({ id }) => id);
  for (const { paper } of assessment.papers) {
    if (paper.reached === undefined) continue;
    const reached = order.indexOf(paper.reached);
    for (const item of paper.sections.flatMap((section) => section.items)) {
      const ahead = item.chapters.find((chapter) => order.indexOf(chapter) > reached);
      if (ahead === undefined) continue;
      report.add(
        'lint-beyond-reading',
        item.at,
        `This is about chapter ${ahead}, but “${paper.title.text}” is for a class that has read up to chapter ${paper.reached}.`,
        'Ask it in a later paper, or change “reached”.',
      );
    }
  }
};
