import type { Report } from '../../diagnostics/report.ts';
import { withHairlines } from '../../pages/hairlines.ts';
import type { Laid } from '../../pages/laid.ts';
import { inInks } from './in-inks.ts';
import { inkMixer } from './ink-mixer.ts';
import type { PressProfile } from './read-profile.ts';
import { withoutLinks } from './without-links.ts';

/** What pages are printed on and with. */
interface PrintProfile {
  /** A press, and its inks; a school’s copier if there is none. */
  readonly press?: PressProfile;
  /** Whether everything is printed in black and greys. */
  readonly grey?: boolean;
}

/**
 * Gives the last step before painting. It makes lines thick enough to print. For a press it removes links and turns
 * colours into inks; for printing in grey it turns them into greys. It reports pictures that it cannot convert.
 */
export function forPrinting({ press, grey }: PrintProfile): (laid: Laid, report: Report) => Promise<Laid> {
  const inks = grey ? 'grey' : press && inkMixer(press);
  return async (laid, report) => {
    const lined = withHairlines(press ? withoutLinks(laid) : laid);
    return inks ? inInks(lined, inks, report) : lined;
  };
}
