import { flagPlace } from '../diagnostics/flag-place.ts';
import type { Report } from '../diagnostics/report.ts';
import { wholeFile } from '../diagnostics/whole-file.ts';
import { LARGEST_PROFILE, type PressProfile, readProfile } from '../pdf/inks/read-profile.ts';
import { readBytes } from './files/reading/read-bytes.ts';

/** The options `--profile` and `--icc`. */
export interface PressFlags {
  readonly profile: 'school' | 'press';
  readonly icc?: string | undefined;
}

/**
 * Reads the ICC profile of a press, if the options ask for one. Reports options that do not belong together.
 * @returns undefined for a school's copier, or after reporting
 */
export function readPressProfile({ profile, icc }: PressFlags, report: Report): PressProfile | undefined {
  if (profile === 'school') {
    if (icc !== undefined)
      report.add(
        'icc-unused',
        flagPlace('--icc'),
        'An ICC profile is only used for a printing press.',
        'Add --profile press, or remove --icc.',
      );
    return undefined;
  }
  if (icc === undefined) {
    report.add(
      'icc-missing',
      flagPlace('--profile'),
      'To print for a press, the program needs the ICC profile of its inks.',
      'Ask your print shop for its ICC profile, and add --icc with the name of the file.',
    );
    return undefined;
  }
  const bytes = readBytes(icc, LARGEST_PROFILE, report);
  return bytes && readProfile(bytes, wholeFile(icc), report);
}
