import { basename, dirname, relative, resolve } from 'node:path';
import * as z from 'zod';
import { sumsInWords } from '../../assessment/class-sets/list-context.ts';
import { buildSet } from '../../build/build-set.ts';
import { findCode, openExam } from '../../build/class-set/open-exam.ts';
import type { Report } from '../../diagnostics/report.ts';
import { wholeFile } from '../../diagnostics/whole-file.ts';
import { englishWords } from '../../words/read-words.ts';
import { command } from '../command.ts';
import { hashOfRun } from '../files/reading/hash-inputs.ts';
import { readBytes } from '../files/reading/read-bytes.ts';
import { LARGEST_TEXT } from '../files/reading/read-files.ts';
import { otherFiles } from '../files/writing/other-files.ts';
import { openWriter } from '../files/writing/write-files.ts';
import { choiceFlag, convertedFlag, Refusal, switchFlag, textFlag, wholeNumberFlag } from '../flags.ts';
import { outFlag, paperFlag } from '../print-flags.ts';
import { startProgress } from '../printing/start-progress.ts';
import type { Run } from '../run.ts';
import { openSession, type Session } from '../session.ts';
import { setRecord } from '../shards/set-record.ts';
import { does, shardFlag } from '../shards/shard.ts';
import { writeShardRecord } from '../shards/shard-record.ts';
import { version } from '../version.ts';

const malformed = (message: string, hint: string) => new Refusal(message, hint, 'option-malformed');

const count = (flag: string, least: number, help: string) =>
  wholeNumberFlag({ least, most: 10_000 }, { value: 'number', help }, (written) =>
    malformed(`“${written}” is not a whole number from ${least} to 10000.`, `Write it like this: ${flag} 3`),
  );

const ROSTER_MISSING = {
  message: 'No roster given.',
  params: { code: 'option-malformed', hint: 'Give the file that lists the class: --roster rosters/10b.csv' },
  path: ['roster'],
  // Also if another option is wrong, so that all are reported in one run.
  when: () => true,
};

const SPLIT_MISSING = {
  message: 'The copies can be shared between runs only if they go into several files.',
  params: { code: 'option-malformed', hint: 'Say how many copies go into each: --split 30' },
  path: ['split'],
  when: () => true,
};

const flags = z
  .object({
    roster: textFlag({
      value: 'file',
      help: 'CSV file or Excel workbook that lists the class: names, and if you like class, seat, form and style',
    }).optional(),
    pack: textFlag({
      value: 'pack',
      help: 'Pack that has the paper or worksheet; needed if several packs have one of that name',
    }).optional(),
    forms: convertedFlag(
      { value: 'letters', help: 'Forms to hand out in turn, such as A,B; by default all' },
      (written) => written.split(/[\s,;]+/).filter(Boolean),
    ).optional(),
    spares: count('--spares', 0, 'Number of extra unnamed copies; by default none').optional(),
    split: count('--split', 1, 'Number of copies per file; by default all in one').optional(),
    shard: shardFlag('Print only a share of the files that --split makes; merge puts all shares together'),
    order: choiceFlag(['seat', 'name'], { value: 'by', help: 'Order of the copies' }, (written) =>
      malformed(`Copies cannot be sorted by “${written}”.`, 'Write seat or name.'),
    ).default('seat'),
    paper: paperFlag('Paper size to use instead of the exam’s own').optional(),
    style: textFlag({ value: 'name', help: 'Style for pupils with no style in the CSV file' }).optional(),
    out: outFlag('Folder for the PDFs'),
    grey: switchFlag('Print everything in black and grey'),
    code: textFlag({
      value: 'code',
      help: 'Print nothing; show which form and copy this code belongs to',
    }).optional(),
  })
  .refine(({ roster, code }) => roster !== undefined || code !== undefined, ROSTER_MISSING)
  .refine(({ shard, split }) => shard === undefined || split !== undefined, SPLIT_MISSING);

/** `studypack set`: prints a named copy of a paper or worksheet for each pupil of a roster, a list, and a marking sheet. */
export const setCommand = command({
  arguments: '<exam>',
  flags,
  examples: [
    'set paper-1 --roster rosters/10b.csv --spares 3',
    'set the-lost-corner --roster rosters/10b.csv',
    'set paper-1 --pack never-let-me-go --roster rosters/10b.csv --split 1 --order name',
  ],
  async run({ exam }, options, run) {
    const { report, output, finish } = run;
    // Opened first, so that files left by a set that was killed are removed even if this set cannot be printed.
    const writer = openWriter(options.out, report);
    const { paper, style, grey, pack } = options;
    const session = openSession(pack === undefined ? [] : [pack], { paper, style, grey }, report);
    if (!session || report.failed()) return finish();
    if (options.code !== undefined) return showCode(exam, options.code, session, run);
    const path = options.roster!;
    const bytes = readBytes(path, LARGEST_TEXT, report);
    if (!bytes || report.failed()) return finish();
    warnOfRosterInPack(path, session, report);

    const progress = startProgress(output);
    const { forms = [], spares = 0, split, order, shard } = options;
    const built = await buildSet(
      session.packs,
      session.templates,
      {
        exam,
        roster: { path, bytes },
        forms,
        spares,
        order,
        ...(split !== undefined && { split }),
        ...(shard && { makes: (file: number) => does(shard, file) }),
      },
      { ...session.options, onProgress: progress.onProgress },
      writer,
      report,
    );
    progress.stop();
    if (!built || report.failed()) {
      writer.drop();
      return finish();
    }
    const written = writer.keep();
    const files = written.map((file, index) => ({ ...file, pages: built.files[index]!.pages }));
    if (shard) {
      const { fonts: _, ...plain } = session.options;
      const made = [JSON.stringify([exam, forms, spares, split, order, basename(path)]), bytes];
      const inputs = hashOfRun(session.packs, session.templates, plain, version(), made);
      writeShardRecord(options.out, setRecord(shard, inputs, files, built.parts, options.out), report);
      return finish(files);
    }
    warnOfOthers(written, exam, report);
    const exitCode = finish(files, { set: built.sums });
    if (files.length > 0) output.say(`${sumsInWords(built.sums, englishWords(session.templates.words))}\n`);
    return exitCode;
  },
});

/** Warns of files of an earlier set, which would be printed too if somebody prints the whole folder. */
function warnOfOthers(written: readonly { readonly path: string }[], exam: string, report: Report): void {
  const paths = written.map(({ path }) => path);
  const others = otherFiles(paths, exam);
  if (others.length === 0) return;
  const named = others.slice(0, 3).join(', ') + (others.length > 3 ? `, and ${others.length - 3} more` : '');
  report.add(
    'set-outdated',
    wholeFile(dirname(paths[0]!)),
    `This folder still contains files from an earlier set: ${named}.`,
    'Delete them, so that they are not printed with this set by mistake.',
  );
}

/** Warns of a roster in a pack: packs are committed to git and shared, and names of pupils must not be. */
function warnOfRosterInPack(path: string, { packs }: Session, report: Report): void {
  const inside = packs.find(({ folder }) => !relative(resolve(folder), resolve(path)).startsWith('..'));
  if (inside)
    report.add(
      'roster-misplaced',
      wholeFile(path),
      `This roster is inside the pack ${inside.folder}, which other people may see.`,
      'Keep rosters in the folder rosters, which git ignores.',
    );
}

/** Says which form and copy a code is of. @returns the exit code */
function showCode(
  exam: string,
  code: string,
  { packs, templates }: Session,
  { report, output, finish }: Run,
): number {
  const open = openExam(packs, templates, exam, report);
  const found = open && findCode(open, code, report);
  if (found) output.say(`Copy ${found.copy}, form ${found.form} of ${exam}, according to its current key.\n`);
  return finish([], found ? { code: found } : {});
}
