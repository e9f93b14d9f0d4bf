import { readAssessment } from '../../assessment/assessment.ts';
import { findBoards } from '../../assessment/boards/find-boards.ts';
import { withBoardObjectives } from '../../assessment/boards/with-board-objectives.ts';
import { lintPack } from '../../assessment/lint/lint-pack.ts';
import { reportOfPack } from '../../build/jobs/report-of-pack.ts';
import { TABLES } from '../../build/tables/tables.ts';
import { readPack } from '../../content/read-pack.ts';
import { countInWords } from '../../diagnostics/count-in-words.ts';
import { englishWords } from '../../words/read-words.ts';
import { command } from '../command.ts';
import { readPackSources, readStylesAndWords } from '../files/reading/read-sources.ts';

/** `studypack lint`: warns of flaws in how questions and papers are written. */
export const lintCommand = command({
  arguments: '[...packs]',
  examples: ['lint never-let-me-go'],
  async run({ packs }, _, { report, output, finish }) {
    // Rules look at what authors wrote, which has no words of the program in it.
    const { words: files, boards = [] } = readStylesAndWords(report);
    const words = englishWords(files);
    let items = 0;
    for (const source of readPackSources(packs, 'content', report)) {
      const packReport = reportOfPack(source, report);
      const read = readPack(source.id, source.folder, source.content, TABLES.entryKinds, packReport);
      const found = read && findBoards(read, [...(source.templates.boards ?? []), ...boards], packReport);
      const pack = read && found && withBoardObjectives(read, found.all);
      const assessment =
        pack && readAssessment(pack, TABLES.questionKinds, words, packReport, found?.ofPapers);
      items += assessment?.items.length ?? 0;
      if (assessment && !packReport.failed()) lintPack({ pack, assessment }, packReport);
      report.merge(packReport);
    }
    if (report.diagnostics.length === 0) output.say(`${countInWords(items, 'item')}: no flaws found.\n`);
    return finish();
  },
});
