import type { Report } from '../../diagnostics/report.ts';
import type { Laid } from '../../pages/laid.ts';
import { forPrinting } from '../../pdf/inks/for-printing.ts';
import { paint } from '../../pdf/painting/paint.ts';
import { isInGrey } from '../../templates/plan-jobs.ts';
import { NO_MEMORY, type Stage } from '../memory/stage-memory.ts';
import type { BuildOptions } from './build-options.ts';
import { documentInfo } from './document-info.ts';
import type { LaidDraft } from './lay-out-pack.ts';

/** A finished file: its pages in the inks that they are printed with, and its bytes. */
interface PaintedFile {
  readonly pages: Laid;
  readonly bytes: Uint8Array;
}

const PAINTED: Stage<PaintedFile> = {
  name: 'painted',
  most: 1500,
  weigh: ({ pages }) => pages.pages.length,
};

/** Gives a function that paints files, unless an earlier build painted the same. It loads PDFKit: import it late. */
export function pagePainter(
  options: BuildOptions,
  report: Report,
): (file: LaidDraft) => Promise<PaintedFile> {
  const { fonts, press, memory = NO_MEMORY } = options;
  const asAsked = forPrinting(options);
  const inGrey = forPrinting({ ...options, grey: true });
  return ({ draft, pages: laid, key }) => {
    const grey = options.grey || isInGrey(draft.job);
    const toInks = grey ? inGrey : asAsked;
    const inks = { grey, press: press && memory.hashBytes(press.bytes) };
    const info = documentInfo(draft.pack, draft.title, options);
    const { press: _, ...plainInfo } = info;
    const paintAll = async (found: Report) => {
      const pages = await toInks(laid, found);
      return { pages, bytes: paint(pages, fonts, info) };
    };
    return memory.recallLater(PAINTED, memory.hash(key, plainInfo, inks), paintAll, report, draft.name);
  };
}
