import type { Copy } from '../../assessment/class-sets/copy.ts';
import type { Laid } from '../../pages/laid.ts';
import type { Painting } from '../../pdf/painting/paint.ts';
import { say } from '../../words/say.ts';
import type { BuildOptions } from '../jobs/build-options.ts';
import { documentInfo } from '../jobs/document-info.ts';
import type { Exam } from './open-exam.ts';

/** A destination for files that are written one after another. `begin` gives a function that takes pieces of a file. */
export interface SetOutput {
  begin(path: string): (piece: Uint8Array) => void;
}

/** Writes the copies of a class set into PDFs as they are laid out. */
interface SetWriter {
  /** Takes the copies of a file one after another. @param index the copy among all of the set, from 0 */
  add(pages: Laid, index: number): void;
  /** Writes a file for the teacher. Call it after the last copy. */
  addForTeacher(name: string, title: string, pages: Laid): void;
  /** The files begun so far, with their numbers of pages. */
  readonly files: { path: string; pages: number }[];
}

interface SetFiles {
  /** Their folder, below the output folder. */
  readonly folder: string;
  readonly copies: readonly Copy[];
  /** Number of copies per file; undefined for all in one file. */
  readonly split?: number;
}

/** Opens a writer of class sets. It loads PDFKit only now, so that errors are reported without waiting for it. */
export async function openSetWriter(
  { open, paper }: Exam,
  { folder, copies, split = copies.length }: SetFiles,
  options: BuildOptions,
  output: SetOutput,
): Promise<SetWriter> {
  const { startPainting } = await import('../../pdf/painting/paint.ts');
  const files: { path: string; pages: number }[] = [];
  const begin = (name: string, first: Laid, title: string, parts: boolean): Painting => {
    const path = `${folder}/${paper.id}${name}.pdf`;
    files.push({ path, pages: 0 });
    const info = documentInfo(
      open.pack,
      [paper.title.text, title, open.pack.about.name].join(' – '),
      options,
    );
    return startPainting(first, options.fonts, info, { write: output.begin(path), parts });
  };
  let painting: Painting | undefined;
  return {
    files,
    add(pages, index) {
      const alone = split === 1;
      const title = alone ? copies[index]!.label : say(open.words, 'title-class-set');
      painting ??= begin(nameFrom(index, copies, split), pages, title, !alone);
      painting.add(pages);
      files.at(-1)!.pages += pages.pages.length;
      if ((index + 1) % split !== 0 && index + 1 < copies.length) return;
      painting.finish();
      painting = undefined;
    },
    addForTeacher(name, title, pages) {
      const list = begin(`-${name}`, pages, title, false);
      list.add(pages);
      list.finish();
      files.at(-1)!.pages = pages.pages.length;
    },
  };
}

/** The ending of the name of the file that begins with a copy: its seat, or the numbers of the copies in the file. */
function nameFrom(index: number, copies: readonly Copy[], split: number): string {
  if (split >= copies.length && split !== 1) return '';
  if (split === 1) return `-${copies[index]!.slug}`;
  const width = String(copies.length).length;
  const numbers = [index + 1, Math.min(index + split, copies.length)];
  return `-copies-${numbers.map((number) => String(number).padStart(width, '0')).join('-')}`;
}
