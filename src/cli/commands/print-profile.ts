import type { Report } from '../../diagnostics/report.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import { LARGEST_PROFILE, type PressProfile, readProfile } from '../../pdf/inks/read-profile.ts';
import { readBytes } from '../files/read-bytes.ts';

/** The flags of commands that print: on what, and in which colours. */
const PROFILE_OPTIONS = ['school', 'press'] as const;

/** What the flags say of printer and colours. @returns undefined after reporting what is wrong with them */
export function readInkFlags(
  flags: Record<string, unknown>,
  report: Report,
): { press?: PressProfile; grey?: boolean } | undefined {
  const flag = (name: string) => ({ file: `--${name}`, line: 1, column: 1 });
  const profile = String(flags['profile'] ?? 'school');
  const icc = flags['icc'] === undefined ? undefined : String(flags['icc']);
  const grey = flags['grey'] === true && { grey: true };
  if (!PROFILE_OPTIONS.some((known) => known === profile)) {
    const hint =
      profile === 'grey' ? 'Write --grey for a file without colour.' : suggest(profile, PROFILE_OPTIONS);
    report.add('profile-unknown', flag('profile'), `There is no print profile “${profile}”.`, hint);
    return undefined;
  }
  if (profile === 'school') {
    if (icc === undefined) return { ...grey };
    const hint = 'Write “--profile press” too, or leave it out.';
    report.add('icc-unused', flag('icc'), 'An ICC profile is of use for a press only.', hint);
    return undefined;
  }
  if (icc === undefined) {
    report.add(
      'icc-missing',
      flag('profile'),
      'For a press, the inks have to be known that it prints with.',
      'Ask your print shop for its ICC profile, and write --icc and the name of the file.',
    );
    return undefined;
  }
  const bytes = readBytes(icc, LARGEST_PROFILE, report);
  const press = bytes && readProfile(bytes, { file: icc, line: 1, column: 1 }, report);
  return press && { press, ...grey };
}
