import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import type { Task } from './item.ts';

/**
 * How the marks of a task are shared out among assessment objectives: all to one, evenly to several, or as the author
 * says. @returns undefined after reporting what is wrong
 */
export function readObjectives(
  given: string | readonly string[] | Readonly<Record<string, number>> | undefined,
  marks: number,
  { at, places, known }: { at: Place; places: Readonly<Record<string, Place>>; known: readonly string[] },
  report: Report,
): Task['objectives'] | undefined {
  if (given === undefined) return [];
  const where = places['objectives'] ?? places['objectives.0'] ?? at;
  const ids = typeof given === 'string' ? [given] : Array.isArray(given) ? given : Object.keys(given);
  const stray = ids.find((id) => !known.includes(id));
  if (stray !== undefined) {
    const message = `“objectives” names “${stray}”, but the pack has no such objective.`;
    const none = 'The pack has no objectives yet. Write them in objectives.md.';
    const place = ownValue(places, `objectives.${stray}`) ?? where;
    report.add('reference-unknown', place, message, known.length === 0 ? none : suggest(stray, known));
    return undefined;
  }
  if (typeof given === 'string' || Array.isArray(given))
    return ids.map((id, index) => ({
      id,
      marks: Math.floor(marks / ids.length) + (index < marks % ids.length ? 1 : 0),
    }));
  const shares = Object.entries(given as Readonly<Record<string, number>>).map(([id, share]) => ({
    id,
    marks: share,
  }));
  const sum = shares.reduce((total, share) => total + share.marks, 0);
  if (sum === marks) return shares;
  const place = ownValue(places, `objectives.${ids[0]}`) ?? where;
  const hint = 'Change the marks of the objectives or the marks of the question.';
  report.add(
    'marks-mismatch',
    place,
    `The marks of the objectives add up to ${sum}, but the question has ${marks}.`,
    hint,
  );
  return undefined;
}
