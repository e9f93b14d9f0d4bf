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
 * The last step before painting: lines that printers keep; for a press no links, and inks in place of colours; greys in
 * place of colours where all is to be gray. Reports pictures that cannot be turned into gray or inks.
 */
export function forPrinting({ press, grey }: PrintProfile): (laid: Laid, report: Report) => Promise<Laid> {
  const inks = grey ? 'grey' : press && inkMixer(press);
  return async (laid, report) => {
    const lined = withHairlines(press ? withoutLinks(laid) : laid);
    return inks ? inInks(lined, inks, report) : lined;
  };
}
