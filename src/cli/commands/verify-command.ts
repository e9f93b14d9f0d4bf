import { basename, dirname } from 'node:path';
import * as z from 'zod';
import { TABLES } from '../../build/tables/tables.ts';
import type { Pack } from '../../content/entries/entry.ts';
import { readPack } from '../../content/read-pack.ts';
import { packChapters } from '../../content/sources/pack-chapters.ts';
import { readSource } from '../../content/sources/read-source.ts';
import { judgeByIndex } from '../../content/verification/judge-by-index.ts';
import type { Verdict } from '../../content/verification/judge-quotation.ts';
import { describePlace, reportVerdicts } from '../../content/verification/report-verdicts.ts';
import { createTextIndex, readTextIndex } from '../../content/verification/text-index.ts';
import { VERDICT_FILE, writeVerdicts } from '../../content/verification/verdict-file.ts';
import { verifyQuotations } from '../../content/verification/verify-quotations.ts';
import { largest } from '../../diagnostics/collections/largest.ts';
import type { Report } from '../../diagnostics/report.ts';
import { wholeFile } from '../../diagnostics/whole-file.ts';
import { command } from '../command.ts';
import { readSourceFiles } from '../files/read-source-files.ts';
import { readPackSources } from '../files/read-sources.ts';
import { writeFiles } from '../files/write-files.ts';
import { switchFlag, textFlag } from '../flags.ts';
import { fileText } from '../output.ts';
import { WrongUsage } from '../usage.ts';

/** The result of checking a pack's quotations. */
interface Verified {
  readonly verdicts: readonly Verdict[];
  readonly source: string;
  readonly by: 'text' | 'index';
}

/** `studypack verify`: checks a pack's quotations against a text, or an index of one. */
export const verifyCommand = command({
  arguments: '<pack>',
  flags: z.object({
    source: textFlag({
      value: 'path',
      help: 'The book: a text, Markdown or EPUB file, or a folder with one file per chapter',
    }).optional(),
    index: textFlag({
      value: 'file',
      help: 'With --source: save an index of the book in this file, and treat it like the book itself. Without --source: check against this index',
    }).optional(),
    write: switchFlag('Save the verdicts in the pack’s folder, for `studypack build` to use'),
  }),
  examples: [
    'verify never-let-me-go --source ~/books/never-let-me-go.epub --write',
    'verify never-let-me-go --index never-let-me-go.json',
  ],
  async run({ pack: name }, { source, index, write }, { report, output, finish }) {
    refuseMisuse(source, index);
    const [found] = readPackSources([name], 'content', report);
    const pack = found && readPack(found.id, found.folder, found.content, TABLES.entryKinds, report);
    if (!pack || report.failed()) return finish();
    const verified =
      source === undefined ? verifyByIndex(pack, index!, report) : verifyByText(pack, source, index, report);
    if (!verified) return finish();
    reportVerdicts(pack, verified.verdicts, verified.source, report);
    if (write) {
      const verdicts = writeVerdicts(pack, verified.verdicts, verified.source, verified.by);
      const file = { path: VERDICT_FILE, bytes: new TextEncoder().encode(verdicts) };
      writeFiles(found.folder, [file], report);
    }
    output.say(table(verified.verdicts, pack));
    return finish([], { verdicts: verified.verdicts });
  },
});

/** @throws WrongUsage if nothing to check against is named, or if an index would overwrite another file */
function refuseMisuse(source: string | undefined, index: string | undefined): void {
  if (source === undefined && index === undefined)
    throw new WrongUsage('Nothing to check against: add --source BOOK, or --index FILE made from one.');
  // The user may have named the book itself by mistake.
  const old = source === undefined || index === undefined ? undefined : fileText(index);
  if (old !== undefined && !/^\{\s*"format":\s*"studypack-index"/.test(old))
    throw new WrongUsage(`${index} already exists and is not an index, so it was not overwritten.`);
}

function verifyByText(
  pack: Pack,
  path: string,
  index: string | undefined,
  report: Report,
): Verified | undefined {
  const files = readSourceFiles(path, report);
  const text = report.failed() ? undefined : readSource(path, files, packChapters(pack), report);
  if (!text) return undefined;
  if (index !== undefined) {
    const bytes = new TextEncoder().encode(`${JSON.stringify(createTextIndex(text))}\n`);
    writeFiles(dirname(index), [{ path: basename(index), bytes }], report);
    // This matters to everyone who writes an index, so --quiet does not hide it.
    if (!report.failed()) process.stderr.write(`${caution(index)}\n`);
  }
  return { verdicts: verifyQuotations(pack, text), source: text.name, by: 'text' };
}

function verifyByIndex(pack: Pack, path: string, report: Report): Verified | undefined {
  const [file] = readSourceFiles(path, report);
  const index = file && readTextIndex({ path, text: new TextDecoder().decode(file.bytes) }, report);
  if (index?.matched === false)
    report.add(
      'source-chapters',
      wholeFile(path),
      'The chapters of the text behind this index do not match those of the pack. Words are checked, but not which chapter they are in.',
      'To check chapters too, mark them in the text as they are in the pack, and make the index again.',
    );
  return index && { verdicts: judgeByIndex(pack, index), source: index.source, by: 'index' };
}

const caution = (index: string) =>
  `${index}: treat this index like the book itself. Much of the text can be recovered from it, so do not publish or share it.`;

/** A line per quotation, and the number of quotations with each verdict. */
function table(verdicts: readonly Verdict[], pack: Pack): string {
  const rows = verdicts.map(({ id, verdict, places, speaker, note }) => [
    id,
    verdict,
    places.length > 0 ? places.map((place) => describePlace(place, pack)).join('; ') : (note ?? ''),
    places.length > 0 ? `speaker ${speaker.verdict}: ${speaker.reason}` : '',
  ]);
  const widths = [0, 1, 2].map((column) =>
    largest(
      rows.map((row) => Math.min(40, row[column]!.length)),
      0,
    ),
  );
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const counts = [...new Set(verdicts.map(({ verdict }) => verdict))].map(
    (verdict) => `${verdicts.filter((one) => one.verdict === verdict).length} ${verdict}`,
  );
  return `${[...lines, counts.join(', ') || 'This pack has no quotations.'].join('\n')}\n`;
}
