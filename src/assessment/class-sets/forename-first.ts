import type { Report } from '../../diagnostics/report.ts';
import type { Pupil } from './roster.ts';

/** A name as registers have it: `Moss, Rhian`. */
const SURNAME_FIRST = /^([^,]+?)\s*,\s*([^,]+)$/;
/** What follows a comma in a name that is not turned round. */
const SUFFIX = /^(?:jr|sr|[ivx]+)\.?$/i;

/**
 * Turns names round that are all written surname first, with a comma, so that copies have them as people say them. A warning
 * says so without naming anyone.
 */
export function forenameFirst(pupils: readonly Pupil[], report: Report): Pupil[] {
  const parts = pupils.map(({ name }) => SURNAME_FIRST.exec(name.text));
  const isTurned = pupils.length > 0 && parts.every((found) => found !== null && !SUFFIX.test(found[2]!));
  if (!isTurned) return [...pupils];
  report.add(
    'roster-trimmed',
    pupils[0]!.at,
    'All names are written “Surname, Forename”. They are printed with the forename first.',
    'To print them in another way, write them without a comma.',
  );
  return pupils.map((pupil, index) => {
    const [, surname = '', forename = ''] = parts[index]!;
    return { ...pupil, name: { ...pupil.name, text: `${forename} ${surname}` } };
  });
}
