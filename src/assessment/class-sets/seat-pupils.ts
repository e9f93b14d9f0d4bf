import type { Report } from '../../diagnostics/report.ts';
import type { Pupil, RosterCell } from './roster.ts';

/** A pupil with a seat, which identifies a copy without naming the pupil. */
export interface Seated {
  readonly pupil: Pupil;
  readonly seat: string;
  /** The class, where two classes have the same seats. */
  readonly hall?: string;
  /** What the seats of one row have in common, `A` of A7: pupils in different rows are not neighbours. */
  readonly row: string;
  /** Its number in the row. */
  readonly place: number;
}

/**
 * Gives each pupil a seat, and puts them in the order of their seats: by class where a seat comes in two classes, then by
 * row and number. Where the roster has no seats, they are numbered in its order.
 * Reports seats that are missing beside others, and seats that are given twice.
 */
export function seatPupils(pupils: readonly Pupil[], report: Report): Seated[] {
  const seatless = pupils.filter(({ seat }) => !seat);
  if (seatless.length === pupils.length)
    return pupils.map((pupil, index) => ({ pupil, seat: String(index + 1), row: '', place: index + 1 }));
  for (const { at } of seatless)
    report.add(
      'field-missing',
      at,
      'This row has no seat, but others do.',
      'Give every pupil a seat, or none.',
    );
  const seats = pupils.map(({ seat }) => seat?.text.toLowerCase() ?? '');
  const byClass = new Set(seats).size < seats.length && pupils.every((pupil) => pupil.class);
  checkTwice(pupils, byClass, report);
  return pupils
    .map((pupil): Seated => {
      const seat = pupil.seat?.text ?? '';
      const [, letters, digits] = /^(.*?)(\d*)$/.exec(seat)!;
      const hall = byClass ? pupil.class!.text : undefined;
      const row = [hall, letters].filter(Boolean).join(' ').toLowerCase();
      return { pupil, seat, ...(hall !== undefined && { hall }), row, place: Number(digits) };
    })
    .sort((a, b) => inNaturalOrder(a.row, b.row) || a.place - b.place || inNaturalOrder(a.seat, b.seat));
}

function checkTwice(pupils: readonly Pupil[], byClass: boolean, report: Report): void {
  const taken = new Map<string, RosterCell>();
  for (const pupil of pupils) {
    const { seat } = pupil;
    if (!seat) continue;
    const key = `${byClass ? pupil.class!.text : ''}/${seat.text}`.toLowerCase();
    const other = taken.get(key);
    const message = `The seat “${seat.text}” is already used on line ${other?.at.line}.`;
    if (other) report.add('duplicate-id', seat.at, message, 'Give each pupil a different seat.');
    else taken.set(key, seat);
  }
}

/** Numbers in texts count as numbers: 9B before 10A. The same on every machine. */
export function inNaturalOrder(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  for (const [index, part] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const byNumber = Number(part) - Number(other);
    if (byNumber) return byNumber;
    if (part !== other) return part < other ? -1 : 1;
  }
  return left.length - right.length;
}

const partsOf = (text: string): string[] => text.toLowerCase().match(/\d+|\D+/g) ?? [];
