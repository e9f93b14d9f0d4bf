import * as z from 'zod';
import type { ExamPack } from '../../assessment/tasks/exam-pack.ts';
import { build } from '../../build/build.ts';
import { TABLES } from '../../build/tables/tables.ts';
import { coverageOf } from '../../content/checks/coverage-of.ts';
import { readPack } from '../../content/read-pack.ts';
import { createReport } from '../../diagnostics/report.ts';
import { englishWords } from '../../words/read-words.ts';
import { command } from '../command.ts';
import { writeFiles } from '../files/writing/write-files.ts';
import { cannotStart } from '../inputs.ts';
import { outFlag, PRODUCT_FLAGS } from '../print-flags.ts';
import { openSession } from '../session.ts';
import { coverageTable } from './coverage-table.ts';

const { paper, style } = PRODUCT_FLAGS;

const questionsOf = ({ entries }: ExamPack) => entries.items.map(({ fields }) => fields);

/** `studypack coverage`: shows what packs have and lack, on a page per pack and on the terminal. */
export const coverageCommand = command({
  arguments: '[...packs]',
  flags: z.object({ paper, style, out: outFlag('Folder for the PDF') }),
  examples: ['coverage never-let-me-go'],
  async run({ packs }, flags, { report, output, finish }) {
    const session = openSession(packs, { ...flags, product: ['coverage'] }, report);
    if (!session || cannotStart(session, report)) return finish();

    const sound = new Set<string>();
    const onPack = (id: string, isSound: boolean) => void (isSound && sound.add(id));
    const files = await build(session.packs, session.templates, { ...session.options, onPack }, report);
    const written = writeFiles(flags.out, files, report);
    const english = englishWords(session.templates.words);
    const coverage = session.packs.flatMap(({ id, folder, content }) => {
      if (!sound.has(id)) return [];
      // Errors of the pack are in the run's report already.
      const pack = readPack(id, folder, content, TABLES.entryKinds, createReport());
      return pack
        ? [{ pack: id, title: pack.about.name, ...coverageOf(pack, questionsOf(pack), english) }]
        : [];
    });
    for (const { title, ...one } of coverage) output.say(`${title}\n${coverageTable(one)}\n`);
    const pdfs = written.map((path, index) => {
      const { pages = 0, bytes } = files[index]!;
      return { path, pages, bytes: bytes.length };
    });
    return finish(pdfs, { coverage });
  },
});
