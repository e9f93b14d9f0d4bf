import { dirname, relative, resolve } from 'node:path';
import yoctoSpinner from 'yocto-spinner';
import { sumsInWords } from '../../assessment/class-sets/list-context.ts';
import { buildSet } from '../../build/build-set.ts';
import { findCode, openExam } from '../../build/class-set/open-exam.ts';
import { createReport, type Report } from '../../diagnostics/report.ts';
import { otherFiles } from '../files/other-files.ts';
import { readBytes } from '../files/read-bytes.ts';
import { LARGEST_TEXT } from '../files/read-files.ts';
import { openWriter } from '../files/write-files.ts';
import { fileText, finish, outputOf } from '../output.ts';
import { openSession, type Session } from '../session.ts';

/** `studypack set`: a named copy of a paper for each pupil of a roster, and the list to hand them out by. */
export async function setCommand(exam: string, flags: Record<string, unknown>): Promise<number> {
  const report = createReport(fileText);
  const output = outputOf(flags);
  // Opened first, so that what a set that was killed left behind goes, even if this one cannot be printed.
  const writer = openWriter(String(flags['out']), report);
  const packs = flags['pack'] === undefined ? [] : [String(flags['pack'])];
  const session = openSession(packs, { ...flags, product: undefined }, report);
  if (!session || report.failed()) return finish(report, output);
  if (flags['code'] !== undefined) return sayCode(exam, String(flags['code']), session, report, flags);
  const wishes = wishesOf(exam, flags, report);
  if (!wishes || report.failed()) return finish(report, output);
  warnOfPack(wishes.roster.path, session, report);

  const spinner =
    process.stderr.isTTY && !output.quiet && !output.json
      ? yoctoSpinner({ text: 'Laying out' }).start()
      : undefined;
  const onProgress = (done: number, of: number, name: string) => {
    if (spinner) spinner.text = `${done} of ${of}: ${name}`;
  };
  const options = { ...session.options, onProgress };
  const built = await buildSet(session.packs, session.templates, wishes, options, writer, report);
  spinner?.stop();
  if (!built || report.failed()) {
    writer.drop();
    return finish(report, output);
  }
  const written = writer.keep();
  const files = written.map((file, index) => ({ ...file, pages: built.files[index]!.pages }));
  warnOfOthers(written, exam, report);
  const exitCode = finish(report, output, files, { set: built.sums });
  if (!output.quiet && !output.json && files.length > 0) process.stdout.write(`${sumsInWords(built.sums)}\n`);
  return exitCode;
}

/** What the flags ask for; reports what they cannot mean. */
function wishesOf(exam: string, flags: Record<string, unknown>, report: Report) {
  const refuse = (flag: string, message: string, hint: string) =>
    report.add('option-malformed', { file: flag, line: 1, column: 1 }, message, hint);
  const whole = (name: 'split' | 'spares', least: number) => {
    const value = flags[name];
    if (value === undefined) return undefined;
    const number = Number(value);
    if (Number.isInteger(number) && number >= least && number <= 10000) return number;
    refuse(`--${name}`, `“${value}” is no whole number from ${least}.`, `Write it like this: --${name} 3`);
    return undefined;
  };
  const order = flags['order'] === 'name' ? 'name' : 'seat';
  if (order !== (flags['order'] ?? 'seat'))
    refuse('--order', `Copies cannot be ordered by “${flags['order']}”.`, 'Known here: seat, name.');
  if (typeof flags['roster'] !== 'string')
    refuse('--roster', 'There is no roster.', 'Name the file of the class: --roster rosters/10b.csv');
  const path = typeof flags['roster'] === 'string' ? flags['roster'] : undefined;
  const bytes = path === undefined ? undefined : readBytes(path, LARGEST_TEXT, report);
  const roster = path !== undefined && bytes ? { path, bytes } : undefined;
  const split = whole('split', 1);
  const spares = whole('spares', 0) ?? 0;
  const forms =
    flags['forms'] === undefined
      ? []
      : String(flags['forms'])
          .split(/[\s,;]+/)
          .filter(Boolean);
  return roster && ({ exam, roster, forms, spares, order, ...(split !== undefined && { split }) } as const);
}

/** Whoever prints a whole folder would print copies of an earlier set too. */
function warnOfOthers(written: readonly { readonly path: string }[], exam: string, report: Report): void {
  const paths = written.map(({ path }) => path);
  const others = otherFiles(paths, exam);
  if (others.length === 0) return;
  const named = others.slice(0, 3).join(', ') + (others.length > 3 ? `, and ${others.length - 3} more` : '');
  report.add(
    'set-outdated',
    { file: dirname(paths[0]!), line: 1, column: 1 },
    `Beside this set lie files that an earlier one left: ${named}.`,
    'Delete them, so that nobody prints them with this set.',
  );
}

/** Packs go into git, and onto other people’s machines; names of pupils must not. */
function warnOfPack(path: string, { packs }: Session, report: Report): void {
  const inside = packs.find(({ folder }) => !relative(resolve(folder), resolve(path)).startsWith('..'));
  if (inside)
    report.add(
      'roster-misplaced',
      { file: path, line: 1, column: 1 },
      `This roster lies in the pack ${inside.folder}, which others may get to see.`,
      'Keep rosters in the folder rosters, which git passes over.',
    );
}

function sayCode(
  exam: string,
  code: string,
  { packs, templates }: Session,
  report: Report,
  flags: Record<string, unknown>,
): number {
  const output = outputOf(flags);
  const open = openExam(packs, templates, exam, report);
  const found = open && findCode(open, code, report);
  if (found && !output.quiet && !output.json)
    process.stdout.write(`Copy ${found.copy}, form ${found.form} of ${exam}, as its key is now.\n`);
  return finish(report, output, [], found ? { code: found } : {});
}
