import type { ExamPack } from '../../assessment/tasks/exam-pack.ts';
import { quotationOrder } from './quotation-order.ts';
import { isSound } from './quoted-entry.ts';

/** The most quotations that are printed, unless a pack highlights more. */
const MOST = 12;
/** Longer quotations cannot be read across a room, and are chosen only by name; in letters. */
const LONGEST = 160;

/**
 * Chooses the quotations to hang on a wall, by their ids: those that the pack highlights, then one of each theme in turn. The
 * words are those of the book, or of a source.
 */
export function forTheWall(pack: ExamPack): string[] {
  const highlights = pack.about.fields.highlights ?? [];
  const sound = new Map(pack.entries.quotations.filter(isSound).map((one) => [one.id, one.body.text.length]));
  return quotationOrder(pack)
    .filter((id) => highlights.includes(id) || (sound.get(id) ?? LONGEST + 1) <= LONGEST)
    .filter((id) => sound.has(id))
    .slice(0, Math.max(MOST, highlights.length));
}
