import * as z from 'zod';
import { TABLES } from '../../build/tables/tables.ts';
import type { Pack } from '../../content/entries/entry.ts';
import { readPack } from '../../content/read-pack.ts';
import { packChapters } from '../../content/sources/pack-chapters.ts';
import { readSource } from '../../content/sources/read-source.ts';
import type { Verdict } from '../../content/verification/judge-quotation.ts';
import { describePlace, reportVerdicts } from '../../content/verification/report-verdicts.ts';
import { VERDICT_FILE, writeVerdicts } from '../../content/verification/verdict-file.ts';
import { verifyQuotations } from '../../content/verification/verify-quotations.ts';
import { largest } from '../../diagnostics/collections/largest.ts';
import { command } from '../command.ts';
import { readSourceFiles } from '../files/reading/read-source-files.ts';
import { readPackSources } from '../files/reading/read-sources.ts';
import { writeFiles } from '../files/writing/write-files.ts';
import { switchFlag, textFlag } from '../flags.ts';
import { WrongUsage } from '../usage.ts';

/** `studypack verify`: checks a pack's quotations against a text. */
export const verifyCommand = command({
  arguments: '<pack>',
  flags: z.object({
    source: textFlag({
      value: 'path',
      help: 'The book: a text, Markdown or EPUB file, or a folder with one file per chapter',
    }).optional(),
    write: switchFlag('Save the verdicts in the pack’s folder, for `studypack build` to use'),
  }),
  examples: ['verify never-let-me-go --source ~/books/never-let-me-go.epub --write'],
  async run({ pack: name }, { source, write }, { report, output, finish }) {
    if (source === undefined) throw new WrongUsage('Nothing to check against: add --source BOOK.');
    const [found] = readPackSources([name], 'content', report);
    const pack = found && readPack(found.id, found.folder, found.content, TABLES.entryKinds, report);
    if (!pack || report.failed()) return finish();
    const files = readSourceFiles(source, report);
    const text = report.failed() ? undefined : readSource(source, files, packChapters(pack), report);
    if (!text) return finish();
    const verdicts = verifyQuotations(pack, text);
    reportVerdicts(pack, verdicts, text.name, report);
    if (write) {
      const bytes = new TextEncoder().encode(writeVerdicts(pack, verdicts, text.name));
      writeFiles(found.folder, [{ path: VERDICT_FILE, bytes }], report);
    }
    output.say(table(verdicts, pack));
    return finish([], { verdicts });
  },
});

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
