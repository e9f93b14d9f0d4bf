import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seatRows } from '../../../src/assessment/class-sets/seat-rows.ts';

const rowsOf = (...seats: string[]) =>
  seatRows(seats.map((seat) => ({ seat }))).map((row) => row.map((one) => one?.seat ?? '–').join(' '));

describe('the rows of a seating plan', () => {
  it('are those of the letters, with seats that stay empty', () => {
    expect(rowsOf('A1', 'A2', 'A4', 'B2', 'B3')).toEqual(['A1 A2 – A4', '– B2 B3']);
  });

  it('are of six where seats are numbered through', () => {
    expect(rowsOf('1', '2', '3', '4', '5', '6', '7', '9')).toEqual(['1 2 3 4 5 6', '7 9']);
  });

  it('are divided where nobody could read the names', () => {
    const row = Array.from({ length: 12 }, (_, index) => `C${index + 1}`);
    expect(rowsOf(...row)).toEqual([row.slice(0, 10).join(' '), row.slice(10).join(' ')]);
  });

  it('take seats that have no number, and those numbered from 0', () => {
    expect(rowsOf('door', 'window')).toEqual(['door', 'window']);
    expect(rowsOf('A0', 'A1')).toEqual(['A0 A1']);
  });

  it('are not as long as a number that is no place', () => {
    expect(rowsOf('A1', 'A2', 'A5000000000')).toEqual(['A1 A2 A5000000000']);
    expect(rowsOf('tel 441632960000')).toEqual(['tel 441632960000']);
  });

  it('have every seat once', () => {
    const seat = fc.tuple(fc.constantFrom('', 'A', 'B', 'row '), fc.integer({ min: 0, max: 400 }));
    fc.assert(
      fc.property(fc.uniqueArray(seat, { selector: String, maxLength: 60 }), (parts) => {
        const seats = parts.map(([letter, number]) => `${letter}${number}`);
        const placed = seatRows(seats.map((one) => ({ seat: one }))).flatMap((row) =>
          row.flatMap((one) => (one ? [one.seat] : [])),
        );
        expect(placed.toSorted()).toEqual(seats.toSorted());
      }),
    );
  });
});
