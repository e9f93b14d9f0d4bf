import { basename, dirname } from 'node:path';
import { ENTRY_KINDS } from '../../build/jobs/entry-kinds.ts';
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
import { createReport, type Report } from '../../diagnostics/report.ts';
import { readSourceFiles } from '../files/read-source-files.ts';
import { readPackSources } from '../files/read-sources.ts';
import { writeFiles } from '../files/write-files.ts';
import { fileText, finish, outputOf } from '../output.ts';

/** What came of checking a pack. */
interface Verified {
  readonly verdicts: readonly Verdict[];
  readonly source: string;
  readonly by: 'text' | 'index';
}

/** `studypack verify`: checks a pack's quotations against a text, or an index of one. */
export async function verifyCommand(name: string, flags: Record<string, unknown>): Promise<number> {
  const report = createReport(fileText);
  const output = outputOf(flags);
  const [source, index] = (['source', 'index'] as const).map((flag) =>
    flags[flag] === undefined ? undefined : String(flags[flag]),
  );
  if (source === undefined && index === undefined)
    return wrongUse('Say what to check against: --source BOOK, or --index FILE made from one.');
  // A book named by mistake is not to be overwritten.
  const old = source === undefined || index === undefined ? undefined : fileText(index);
  if (old !== undefined && !/^\{\s*"format":\s*"studypack-index"/.test(old))
    return wrongUse(`${index} is there already and is no index; it is not overwritten.`);

  const [found] = readPackSources([name.replace(/\/+$/, '')], 'content', report);
  const pack = found && readPack(found.id, found.folder, found.content, ENTRY_KINDS, report);
  if (!pack || report.failed()) return finish(report, output);
  const verified =
    source === undefined ? verifyByIndex(pack, index!, report) : verifyByText(pack, source, index, report);
  if (!verified) return finish(report, output);
  const { unit } = packChapters(pack);
  reportVerdicts(pack, verified.verdicts, verified.source, unit, report);
  if (flags['write'] === true) {
    const text = writeVerdicts(pack, verified.verdicts, verified.source, verified.by);
    writeFiles(found.folder, [{ path: VERDICT_FILE, bytes: new TextEncoder().encode(text) }], report);
  }
  if (!output.quiet && !output.json) process.stdout.write(table(verified.verdicts, unit));
  return finish(report, output, [], { verdicts: verified.verdicts });
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
    // Whoever writes one has to know it, so --quiet does not silence it.
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
      { file: path, line: 1, column: 1 },
      'This index is of a text whose chapters can’t be matched with those of the pack: words are checked, but not in which chapter they are.',
      'To have places checked too, mark the chapters in the text as the pack has them, and make the index again.',
    );
  return index && { verdicts: judgeByIndex(pack, index), source: index.source, by: 'index' };
}

const caution = (index: string) =>
  `${index}: treat this index like the book itself. Much of the text can be read out of it, so don’t publish it or pass it on.`;

function wrongUse(problem: string): number {
  process.stderr.write(`${problem}\n\`studypack verify --help\` shows how it is used.\n`);
  return 2;
}

/** A line for each quotation, and how many there are of each verdict. */
function table(verdicts: readonly Verdict[], unit: string): string {
  const rows = verdicts.map(({ id, verdict, places, speaker, note }) => [
    id,
    verdict,
    places.length > 0 ? places.map((place) => describePlace(place, unit)).join('; ') : (note ?? ''),
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
