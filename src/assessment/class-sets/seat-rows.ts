import { largest } from '../../diagnostics/collections/largest.ts';
import { smallest } from '../../diagnostics/collections/smallest.ts';

/** A row of seats wider than this is printed as several, in seats: names must be readable. */
const WIDEST = 10;
/** The seats in a row if seats are numbered through the class. */
const IN_A_ROW = 6;

/** Something with a seat, such as a copy of a set. */
interface Seat {
  readonly seat?: string;
}

/** No row of a hall is longer: where a number is higher, numbers are not places. */
const LAST_PLACE = 500;

/**
 * Puts seats in rows as they are in the room, from the front: by the letter of their row, each at the place that its number says,
 * so that an empty seat stays empty. Seats with numbers only fill rows of six.
 */
export function seatRows<Taken extends Seat>(seats: readonly Taken[]): (Taken | undefined)[][] {
  const taken = seats.flatMap((one) => (one.seat === undefined ? [] : [{ one, ...partsOf(one) }]));
  const names = [...new Set(taken.map(({ row }) => row))];
  return names.flatMap((name) => {
    const own = taken.filter(({ row }) => row === name);
    const isNumbered = own.every(({ isLettered, place }) => isLettered && place > 0 && place <= LAST_PLACE);
    const first = smallest(own.map(({ place }) => place));
    const places = own.map(({ place }, index) => (isNumbered ? place - Math.min(first, 1) : index));
    const row: (Taken | undefined)[] = Array.from({ length: 1 + largest(places) }, () => undefined);
    own.forEach(({ one }, index) => {
      row[places[index]!] = one;
    });
    return chunks(row, isNumbered ? WIDEST : IN_A_ROW);
  });
}

/** The row of a seat, its place in it, and whether a letter names the row. */
function partsOf({ seat = '' }: Seat) {
  const [, letters = '', digits = ''] = /^(.*?)(\d*)$/.exec(seat)!;
  return { row: letters.toLowerCase(), place: Number(digits), isLettered: letters !== '' };
}

function chunks<Part>(row: readonly Part[], length: number): Part[][] {
  return Array.from({ length: Math.ceil(row.length / length) }, (_, index) =>
    row.slice(index * length, (index + 1) * length),
  );
}
