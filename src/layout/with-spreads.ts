import type { Report } from '../diagnostics/report.ts';
import type { BlockSection } from './block-sections.ts';
import type { Pass } from './lay-pass.ts';

/**
 * Lays a document out, with those of its spreads on facing pages that need no more sheets for it. A spread of one page, or
 * one that begins on a left-hand page anyway, stays where it is.
 */
export function withSpreads(
  sections: readonly BlockSection[],
  report: Report,
  lay: (sections: readonly BlockSection[], report: Report) => Pass,
): { pass: Pass; report: Report; sections: readonly BlockSection[] } {
  const layNow = (given: readonly BlockSection[]) => {
    const found = report.fork();
    return { pass: lay(given, found), report: found, sections: given };
  };
  const sheets = ({ laid }: Pass) => Math.ceil(laid.pages.length / 2);
  let best = layNow(sections);
  const begun = new Set<number>();
  for (const [index, { spread }] of sections.entries()) {
    const { pages } = best.pass.sections[index]!;
    if (!spread || pages < 2 || best.pass.firstPages[index]! % 2 === 1) continue;
    begun.add(index);
    const tried = layNow(sections.map((one, at) => (begun.has(at) ? { ...one, verso: true } : one)));
    if (sheets(tried.pass) <= sheets(best.pass)) best = tried;
    else begun.delete(index);
  }
  return best;
}
