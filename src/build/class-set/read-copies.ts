import type { Copy } from '../../assessment/class-sets/copy.ts';
import { shapeOf } from '../../assessment/class-sets/fill-in-copy.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Laid } from '../../pages/laid.ts';
import type { BuildOptions } from '../jobs/build-options.ts';
import { documentInfo } from '../jobs/document-info.ts';
import type { PackDraft } from '../jobs/draft.ts';
import type { Exam } from './open-exam.ts';

/** Reads finished copies of a class set back. */
interface CopyReader {
  /** Reads a copy if it is the first of its form, style and fields; later ones differ from it only in names. */
  read(copy: Copy, draft: PackDraft, pages: Laid): Promise<void>;
  /** Compares the copies that were read with the item bank, and looks for text meant for teachers only. */
  compare(): void;
}

/** Opens a reader of copies. It loads PDF libraries only now, so that errors in a roster are reported without waiting. */
export async function openCopyReader(
  { open, paper }: Exam,
  options: BuildOptions,
  report: Report,
): Promise<CopyReader> {
  const { openReader } = await import('../read-back/open-reader.ts');
  const { paint } = await import('../../pdf/painting/paint.ts');
  const reader = openReader(open.partials, report);
  const shapes = new Set<string>();
  return {
    async read(copy, draft, pages) {
      const shape = shapeOf(copy);
      if (shapes.has(shape)) return;
      shapes.add(shape);
      await reader.read(
        draft,
        paint(pages, options.fonts, documentInfo(open.pack, paper.title.text, options)),
      );
    },
    compare: () => reader.compare(),
  };
}
