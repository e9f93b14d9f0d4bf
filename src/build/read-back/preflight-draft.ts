import { sourceTexts } from '../../blocks/source-texts.ts';
import { withMeaningsOnce } from '../../blocks/with-meanings-once.ts';
import { largest } from '../../diagnostics/collections/largest.ts';
import { smallest } from '../../diagnostics/collections/smallest.ts';
import type { Report } from '../../diagnostics/report.ts';
import { wholeFile } from '../../diagnostics/whole-file.ts';
import { BLEED, bleedOf } from '../../pages/bleed.ts';
import type { Laid } from '../../pages/laid.ts';
import type { Box } from '../../pages/page.ts';
import type { Expected, Finding } from '../../pdf/preflight/check.ts';
import { preflight } from '../../pdf/preflight/preflight.ts';
import type { ReadPdf } from '../../pdf/reading/read-pdf.ts';
import type { BuildOptions } from '../jobs/build-options.ts';
import type { Draft } from '../jobs/draft.ts';

/**
 * Checks a finished file against its draft: the words, the paper, and the cells of its sheets. An error among the
 * findings is also reported, so that nothing of its pack is written.
 */
export function preflightDraft(
  draft: Draft,
  laid: Laid,
  pdf: ReadPdf,
  options: Pick<BuildOptions, 'press' | 'grey'>,
  report: Report,
): Finding[] {
  const path = `${draft.name}.pdf`;
  const findings = preflight(pdf, expectedOf(draft, laid, options));
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (errors > 0)
    report.add(
      'preflight-failed',
      wholeFile(path),
      `Preflight found ${errors === 1 ? 'an error' : `${errors} errors`} in the finished file, so no files of this pack were written.`,
      'The table shows what it found, and where.',
    );
  return findings;
}

function expectedOf(
  { paper, blocks }: Draft,
  { pages, sides, cells, backs }: Laid,
  { press, grey }: Pick<BuildOptions, 'press' | 'grey'>,
): Expected {
  const bleed = press ? BLEED : 0;
  return {
    profile: press ? 'press' : grey ? 'grey' : 'school',
    // A print shop trims a sheet of cards to the block of cards.
    size: bleed > 0 && cells ? blockOf(cells) : paper,
    // The sheets of posters have no bleed, since they are glued, not cut.
    bleed: smallest(pages.map(bleedOf), bleed),
    ...(sides && sides !== 'one-sided' && { duplex: sides }),
    backs: backs === true,
    ...(cells && { cells }),
    copies: false,
    // With a margin column meanings are printed each time; without one, once.
    words: sourceTexts(withMeaningsOnce(blocks)),
    standards: true,
  };
}

function blockOf(cells: readonly Box[]): { width: number; height: number } {
  const across = cells.flatMap(({ x, width }) => [x, x + width]);
  const down = cells.flatMap(({ y, height }) => [y, y + height]);
  return { width: largest(across) - smallest(across), height: largest(down) - smallest(down) };
}
