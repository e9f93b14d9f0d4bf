import type { Report } from '../../diagnostics/report.ts';
import type { Seated } from './seat-pupils.ts';

/** The cost of giving a seat a form: first, neighbours with the same form; then, deviation from the pattern. */
type Cost = readonly [alike: number, off: number];

/**
 * Gives each seat a form, other than its neighbour's where there are two or more: in each row the forms take turns, and
 * each row begins one form later than the row before, so that the seat in front has another form too. Pupils whose form is
 * fixed get it, and the others are arranged around them by dynamic programming over the row: as few equal neighbours as
 * possible, and among such solutions the one nearest to the pattern.
 * @param seated in the order of seats
 * @returns the form of each seat; reports forms that do not exist, and neighbours who have to get the same form
 */
export function giveForms(seated: readonly Seated[], forms: readonly string[], report: Report): string[] {
  const fixed = seated.map(({ pupil }) => fixedForm(pupil.form, forms, report));
  const rows = rowsOf(seated);
  const given = rows.flatMap(({ from, to }, row) =>
    cheapest(fixed.slice(from, to), forms.length, (index) => (row + index) % forms.length),
  );
  if (forms.length > 1 && !report.failed()) reportAlike(seated, rows, given, report);
  return given.map((form) => forms[form]!);
}

/** Stretches of seats in one row. */
function rowsOf(seated: readonly Seated[]): { from: number; to: number }[] {
  const rows: { from: number; to: number }[] = [];
  seated.forEach(({ row }, index) => {
    const last = rows.at(-1);
    if (last && seated[index - 1]!.row === row) last.to = index + 1;
    else rows.push({ from: index, to: index + 1 });
  });
  return rows;
}

function fixedForm(
  form: Seated['pupil']['form'],
  forms: readonly string[],
  report: Report,
): number | undefined {
  if (!form) return undefined;
  const preferred = form.text.replace(/^form\s+/i, '').toUpperCase();
  const index = forms.indexOf(preferred);
  if (index >= 0) return index;
  const hint = `This set has ${forms.length === 1 ? 'only form' : 'the forms'} ${forms.join(', ')}.`;
  report.add('form-unknown', form.at, `There is no form “${form.text}” here.`, hint);
  return undefined;
}

/** The cheapest way through a row. @param preferred the form that the pattern has at a place */
function cheapest(
  fixed: readonly (number | undefined)[],
  count: number,
  preferred: (index: number) => number,
): number[] {
  const ways: { cost: Cost; from: number }[][] = [];
  fixed.forEach((only, index) => {
    const before = ways.at(-1);
    ways.push(
      Array.from({ length: count }, (_, form) => {
        const off = form === preferred(index) ? 0 : 1;
        if (only !== undefined && form !== only) return { cost: [Number.POSITIVE_INFINITY, 0], from: 0 };
        if (!before) return { cost: [0, off], from: 0 };
        const costs = before.map(
          ({ cost }, last): Cost => [cost[0] + (last === form ? 1 : 0), cost[1] + off],
        );
        const from = least(costs);
        return { cost: costs[from]!, from };
      }),
    );
  });
  let form = least(ways.at(-1)!.map(({ cost }) => cost));
  const chosen: number[] = [];
  for (const step of ways.toReversed()) {
    chosen.push(form);
    form = step[form]!.from;
  }
  return chosen.reverse();
}

/** The place of the least cost, the first of equals. */
function least(costs: readonly Cost[]): number {
  let best = 0;
  costs.forEach(([alike, off], index) => {
    const [bestAlike, bestOff] = costs[best]!;
    if (alike < bestAlike || (alike === bestAlike && off < bestOff)) best = index;
  });
  return best;
}

function reportAlike(
  seated: readonly Seated[],
  rows: readonly { from: number; to: number }[],
  given: readonly number[],
  report: Report,
): void {
  for (const { from, to } of rows)
    for (let index = from + 1; index < to; index++) {
      if (given[index] !== given[index - 1]) continue;
      const [one, other] = [seated[index - 1]!, seated[index]!];
      report.add(
        'neighbours-alike',
        other.pupil.form?.at ?? other.pupil.at,
        `Seats ${one.seat} and ${other.seat} are next to each other and get the same form.`,
        'The forms set in the roster make this unavoidable. Change a seat or a form.',
      );
    }
}
