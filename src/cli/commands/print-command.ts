import { basename, dirname } from 'node:path';
import * as z from 'zod';
import type { DocumentFile } from '../../build/jobs/draft-document.ts';
import { printDocument } from '../../build/print-document.ts';
import { command } from '../command.ts';
import { readText } from '../files/reading/read-files.ts';
import { readNamedPictures } from '../files/reading/read-pictures.ts';
import { readSchoolFile, schoolPathAbove } from '../files/reading/read-school-file.ts';
import { readStylesAndWords } from '../files/reading/read-sources.ts';
import { writeFiles } from '../files/writing/write-files.ts';
import { switchFlag, textFlag } from '../flags.ts';
import { languageFlag, PRINTER_FLAGS, paperFlag } from '../print-flags.ts';
import { readPrintOptions } from '../session.ts';
import { pdfFlag } from './pdf-flag.ts';

/** `studypack print`: prints one Markdown file as a document, beside it or where `--out` says. */
export const printCommand = command({
  arguments: '<file>',
  flags: z.object({
    out: pdfFlag('PDF to write; by default next to the Markdown file').optional(),
    paper: paperFlag('Paper size to use instead of the file’s own').optional(),
    style: textFlag({
      value: 'name',
      help: 'Style to use instead of the file’s own (see `studypack list`)',
    }).optional(),
    lang: languageFlag.optional(),
    ...PRINTER_FLAGS,
    strict: switchFlag('Report anything that can only be printed approximately as an error, not a warning'),
  }),
  examples: ['print README.md --out readme.pdf'],
  isLenient: ({ strict }) => !strict,
  async run({ file: path }, flags, { report, finish }) {
    const options = readPrintOptions(flags, report);
    if (!options) return finish();
    const content = readText(path, report);
    if (content === undefined || report.failed()) return finish();

    const file: DocumentFile = {
      path,
      text: content,
      ...readSchoolFile(schoolPathAbove(path), report),
      readPictures: (paths) => readNamedPictures(dirname(path), paths, report),
    };
    const { lang } = flags;
    const wanted = { ...options, ...(lang !== undefined && { lang }) };
    const printed = await printDocument(file, readStylesAndWords(report), wanted, report);
    if (!printed) return finish();
    const { bytes, pages } = printed;
    const out = flags.out ?? `${printed.name}.pdf`;
    const written = writeFiles(dirname(out), [{ path: basename(out), bytes }], report);
    return finish(written.map((target) => ({ path: target, pages, bytes: bytes.length })));
  },
});
