import type { BlockSection } from './block-sections.ts';
import type { Trial } from './lay-pass.ts';

/**
 * Puts those spreads of a document on facing pages that need no more sheets for it. A spread of one page, or one that begins on
 * a left-hand page anyway, stays where it is.
 * @param lay tries a document with certain sections
 */
export function withSpreads(
  sections: readonly BlockSection[],
  lay: (sections: readonly BlockSection[]) => Trial,
): { trial: Trial; sections: readonly BlockSection[] } {
  const layNow = (given: readonly BlockSection[]) => ({ trial: lay(given), sections: given });
  const sheets = ({ pages }: Trial) => Math.ceil(pages / 2);
  let best = layNow(sections);
  const begun = new Set<number>();
  for (const [index, { spread }] of sections.entries()) {
    const { pages } = best.trial.sections[index]!;
    if (!spread || pages < 2 || best.trial.firstPages[index]! % 2 === 1) continue;
    begun.add(index);
    const tried = layNow(sections.map((one, at) => (begun.has(at) ? { ...one, verso: true } : one)));
    if (sheets(tried.trial) <= sheets(best.trial)) best = tried;
    else begun.delete(index);
  }
  return best;
}
