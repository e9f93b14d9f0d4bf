import { build } from '../../build/build.ts';
import { ENTRY_KINDS } from '../../build/jobs/entry-kinds.ts';
import { coverageOf } from '../../content/checks/coverage-of.ts';
import { readPack } from '../../content/read-pack.ts';
import { createReport } from '../../diagnostics/report.ts';
import { writeFiles } from '../files/write-files.ts';
import { fileText, finish, outputOf } from '../output.ts';
import { cannotStart, openSession } from '../session.ts';
import { coverageTable } from './coverage-table.ts';

/** `studypack coverage`: what packs have and lack, as a page each and on the terminal. */
export async function coverageCommand(
  packs: readonly string[],
  flags: Record<string, unknown>,
): Promise<number> {
  const report = createReport(fileText);
  const output = outputOf(flags);
  const session = openSession(packs, { ...flags, product: 'coverage' }, report);
  if (!session || cannotStart(session, report)) return finish(report, output);

  const sound = new Set<string>();
  const onPack = (id: string, isSound: boolean) => void (isSound && sound.add(id));
  const files = await build(session.packs, session.templates, { ...session.options, onPack }, report);
  const written = writeFiles(String(flags['out']), files, report);
  // What is wrong with a pack stands in the report already.
  const coverage = session.packs.flatMap(({ id, folder, content }) => {
    if (!sound.has(id)) return [];
    const pack = readPack(id, folder, content, ENTRY_KINDS, createReport());
    return pack ? [{ pack: id, title: pack.about.name, ...coverageOf(pack) }] : [];
  });
  if (!output.quiet && !output.json)
    for (const { title, ...one } of coverage) process.stdout.write(`${title}\n${coverageTable(one)}\n`);
  const pdfs = written.map((path, index) => {
    const { pages = 0, bytes } = files[index]!;
    return { path, pages, bytes: bytes.length };
  });
  return finish(report, output, pdfs, { coverage });
}
