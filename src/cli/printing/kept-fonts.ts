import type { BuildOptions } from '../../build/jobs/build-options.ts';
import { createStageMemory } from '../../build/memory/stage-memory.ts';
import { fontStamp } from '../files/reading/read-fonts.ts';
import { openFonts } from '../session.ts';

/** What builds of one process may share: fonts, and what was made with them. */
type Kept = Pick<BuildOptions, 'fonts' | 'memory'>;

/** Gives a function that opens fonts and a memory once, and again only if other fonts have been installed. */
export function keptFonts(): () => Promise<Kept> {
  let kept: Kept | undefined;
  let stamp: string | undefined;
  return async () => {
    const now = fontStamp();
    if (!kept || stamp !== now) kept = { fonts: openFonts(), memory: createStageMemory() };
    stamp = now;
    return kept;
  };
}
