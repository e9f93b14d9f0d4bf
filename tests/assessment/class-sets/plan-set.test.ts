import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf, readCode } from '../../../src/assessment/class-sets/copy-code.ts';
import { planSet, type SetPlan } from '../../../src/assessment/class-sets/plan-set.ts';
import type { Pupil } from '../../../src/assessment/class-sets/roster.ts';
import { SIGNS } from '../../../src/assessment/for-teachers/form-key.ts';
import { createReport } from '../../../src/diagnostics/report.ts';
import { nowhere } from '../../support.ts';
import { english } from '../../words-in.ts';

const written = (text: string) => ({ text, at: nowhere });
const pupil = (
  name: string,
  more: Partial<Record<'seat' | 'form' | 'class' | 'style', string>> = {},
): Pupil => ({
  ...Object.fromEntries(Object.entries(more).map(([field, text]) => [field, written(text)])),
  name: written(name),
  at: nowhere,
});
const planOf = (forms: string, more: Partial<SetPlan> = {}): SetPlan => ({
  keys: new Map([...forms].map((letter) => [letter, `${letter}7K3QF`])),
  style: 'standard',
  styles: ['standard', 'dyslexia', 'large-print-18'],
  levels: [],
  spares: 0,
  order: 'seat',
  source: 'SP1/PACK/PAPER',
  words: english,
  ...more,
});
const plan = (pupils: readonly Pupil[], wanted: SetPlan) => {
  const report = createReport();
  return { copies: planSet(pupils, wanted, report), codes: report.diagnostics.map(({ code }) => code) };
};
const ofSeats = (seats: readonly string[]) => seats.map((seat) => pupil(`Pupil of ${seat}`, { seat }));
const forms = (pupils: readonly Pupil[], letters: string) =>
  plan(pupils, planOf(letters))
    .copies.map(({ form }) => form)
    .join('');

describe('the forms of a set', () => {
  it('take turns along a row', () => {
    expect(forms(ofSeats(['1', '2', '3', '4', '5']), 'AB')).toBe('ABABA');
    expect(forms(ofSeats(['1', '2', '3', '4', '5']), 'ABC')).toBe('ABCAB');
  });

  it('begin one later in each row, so that the seat in front has another too', () => {
    expect(forms(ofSeats(['A1', 'A2', 'B1', 'B2', 'C1', 'C2']), 'AB')).toBe('ABBAAB');
  });

  it('go around whoever has to have one', () => {
    const row = ofSeats(['1', '2', '3', '4', '5']);
    const with3 = (form: string) =>
      row.map((one, index) => (index === 2 ? { ...one, form: written(form) } : one));
    expect(forms(with3('B'), 'AB')).toBe('BABAB');
    expect(forms(with3('form a'), 'AB')).toBe('ABABA');
    // Nearest to A B C A B with the third an A: only its neighbours matter, and they differ from it already or give way.
    expect(forms(with3('A'), 'ABC')).toBe('ABACB');
  });

  it('say so where neighbours cannot differ', () => {
    const fixed = ['A', 'B', 'B'].map((form, index) => pupil(`P${index}`, { seat: String(index), form }));
    expect(plan(fixed, planOf('AB')).codes).toEqual(['neighbours-alike']);
  });

  it('differ between neighbours, whoever sits where, wherever two forms are', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(fc.constantFrom('', 'A', 'B', 'C'), fc.integer({ min: 1, max: 40 })), {
          minLength: 1,
          maxLength: 60,
          selector: ([row, place]) => row + place,
        }),
        fc.constantFrom('AB', 'ABC', 'ABCD'),
        (seats, letters) => {
          const { copies, codes } = plan(ofSeats(seats.map(([row, place]) => row + place)), planOf(letters));
          expect(codes).toEqual([]);
          copies.forEach((copy, index) => {
            const before = copies[index - 1];
            const sameRow = before && rowOf(before.seat!) === rowOf(copy.seat!);
            if (sameRow) expect(copy.form).not.toBe(before.form);
          });
        },
      ),
    );
  });

  it('with three or more of them differ even where some are fixed, unless two fixed ones meet', () => {
    const anyForm = fc.option(fc.constantFrom('A', 'B', 'C'), { nil: undefined });
    fc.assert(
      fc.property(fc.array(anyForm, { minLength: 1, maxLength: 40 }), (fixed) => {
        const pupils = fixed.map((form, index) =>
          pupil(`P${index}`, { seat: String(index + 1), ...(form && { form }) }),
        );
        const { copies } = plan(pupils, planOf('ABC'));
        copies.forEach((copy, index) => {
          if (fixed[index]) expect(copy.form).toBe(fixed[index]);
          const before = copies[index - 1];
          if (before && !(fixed[index] && fixed[index] === fixed[index - 1]))
            expect(copy.form).not.toBe(before.form);
        });
      }),
    );
  });
});

const rowOf = (seat: string) => seat.replace(/\d+$/, '');

describe('the order of a set', () => {
  it('is by seats as people count, or by names without regard to accents', () => {
    const pupils = [pupil('Zoë', { seat: '10' }), pupil('Ámos', { seat: '9' }), pupil('Bo', { seat: '2' })];
    const names = (order: 'seat' | 'name') =>
      plan(pupils, planOf('AB', { order })).copies.map(
        ({ name, number, form }) => `${name!.text}${number}${form}`,
      );
    expect(names('seat')).toEqual(['Bo1A', 'Ámos2B', 'Zoë3A']);
    // Whoever gets which form, and which code, does not depend on how copies lie.
    expect(names('name')).toEqual(['Ámos2B', 'Bo1A', 'Zoë3A']);
  });

  it('is the same whatever the order of rows, where there are seats', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 40 }),
        fc.infiniteStream(fc.nat()),
        (places, lots) => {
          const pupils = ofSeats(places.map(String));
          const mixed = pupils.map((one) => ({ one, lot: lots.next().value })).sort((a, b) => a.lot - b.lot);
          const [left, right] = [pupils, mixed.map(({ one }) => one)].map(
            (rows) => plan(rows, planOf('AB')).copies,
          );
          expect(left).toEqual(right);
        },
      ),
    );
  });

  it('numbers the rows where there are no seats', () => {
    const { copies } = plan([pupil('Bo'), pupil('Ada')], planOf('AB', { spares: 2 }));
    expect(copies.map(({ label, slug, form }) => [label, slug, form])).toEqual([
      ['Seat\u00A01', 'seat-01', 'A'],
      ['Seat\u00A02', 'seat-02', 'B'],
      ['Spare 1', 'spare-01', 'A'],
      ['Spare 2', 'spare-02', 'B'],
    ]);
  });

  it('tells two classes with the same seats apart by their names', () => {
    const pupils = ['10A', '9B'].flatMap((group) =>
      ['2', '1'].map((seat) => pupil(group + seat, { seat, class: group })),
    );
    const { copies, codes } = plan(pupils, planOf('AB'));
    expect(codes).toEqual([]);
    expect(copies.map(({ label }) => label)).toEqual(
      ['9B, seat 1', '9B, seat 2', '10A, seat 1', '10A, seat 2'].map((label) =>
        label.replace('seat ', 'seat\u00A0'),
      ),
    );
    expect(copies.map(({ slug }) => slug)).toEqual([
      '9b-seat-01',
      '9b-seat-02',
      '10a-seat-01',
      '10a-seat-02',
    ]);
  });
});

describe('the code of a copy', () => {
  const key = fc
    .tuple(
      fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
      fc.array(fc.constantFrom(...SIGNS), { minLength: 5, maxLength: 5 }),
    )
    .map(([form, signs]) => form + signs.join(''));
  const copy = fc.integer({ min: 1, max: 10000 });

  it('reads back, however it is written', () => {
    fc.assert(
      fc.property(key, copy, (form, number) => {
        const code = codeOf({ key: form, copy: number });
        for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ' '), code.replaceAll('-', '')])
          expect(readCode(typed)).toEqual({ key: form, copy: number });
        const careless = code[0] + code.slice(1).replaceAll('1', 'l').replaceAll('0', 'o');
        expect(readCode(careless)).toEqual({ key: form, copy: number });
      }),
    );
  });

  it('is refused with one sign wrong, or two that changed places', () => {
    fc.assert(
      fc.property(key, copy, fc.nat(), fc.constantFrom(...SIGNS), (form, number, at, sign) => {
        const code = codeOf({ key: form, copy: number }).replaceAll('-', '');
        const place = at % code.length;
        const wrong = code.slice(0, place) + sign + code.slice(place + 1);
        if (wrong !== code && (place > 0 || /[A-Z]/.test(sign))) expect(readCode(wrong)).toBeUndefined();
        const [a, b] = [code[place]!, code[place + 1]];
        if (place > 0 && b !== undefined && a !== b)
          expect(readCode(code.slice(0, place) + b + a + code.slice(place + 2))).toBeUndefined();
      }),
    );
  });
});
