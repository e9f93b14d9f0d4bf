import { basename, dirname } from 'node:path';
import { picturesNamed, printDocument } from '../../build/print-document.ts';
import { createReport } from '../../diagnostics/report.ts';
import { createFontBook } from '../../pages/fonts/font-book.ts';
import { readText } from '../files/read-files.ts';
import { readFonts } from '../files/read-fonts.ts';
import { readNamedPictures } from '../files/read-pictures.ts';
import { readTemplateSet } from '../files/read-sources.ts';
import { writeFiles } from '../files/write-files.ts';
import { fileText, finish, outputOf } from '../output.ts';
import { epochDate, readPaperFlag, readSheetFlags } from '../session.ts';
import { readInkFlags } from './print-profile.ts';

/** `studypack print`: one Markdown file as a document, beside it or where `-o` says. */
export async function printCommand(path: string, flags: Record<string, unknown>): Promise<number> {
  const out = String(flags['out'] ?? path.replace(/(\.[^./\\]*)?$/, '.pdf'));
  if (!out.endsWith('.pdf')) {
    process.stderr.write(`“${out}” is no name for a PDF: it has to end in .pdf.\n`);
    return 2;
  }
  const report = createReport(fileText, flags['strict'] !== true);
  const paper = readPaperFlag(flags, report);
  const sheets = readSheetFlags(flags, report);
  const profile = readInkFlags(flags, report);
  const dated = epochDate(report);
  const text = paper && sheets ? readText(path, report) : undefined;
  if (text === undefined || !profile || report.failed()) return finish(report, outputOf(flags));

  const options = {
    fonts: createFontBook(readFonts()),
    ...paper,
    ...(flags['style'] !== undefined && { style: String(flags['style']) }),
    ...profile,
    ...sheets,
    ...dated,
  };
  const pictures = readNamedPictures(dirname(path), picturesNamed({ path, text }), report);
  const printed = await printDocument({ path, text, pictures }, readTemplateSet(report), options, report);
  if (!printed) return finish(report, outputOf(flags));
  const written = writeFiles(dirname(out), [{ path: basename(out), bytes: printed.bytes }], report);
  const files = written.map((file) => ({ path: file, pages: printed.pages, bytes: printed.bytes.length }));
  return finish(report, outputOf(flags), files);
}
