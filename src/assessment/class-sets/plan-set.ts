import { slug } from '../../content/entries/entry.ts';
import { largest } from '../../diagnostics/collections/largest.ts';
import type { Report } from '../../diagnostics/report.ts';
import { suggest } from '../../diagnostics/suggest.ts';
import { say } from '../../words/say.ts';
import type { Words } from '../../words/words.ts';
import type { SheetLevel } from '../papers/worksheet.ts';
import { LEVELS } from '../tasks/levels.ts';
import type { Copy } from './copy.ts';
import { codeOf } from './copy-code.ts';
import { giveForms } from './give-forms.ts';
import type { Pupil, RosterCell } from './roster.ts';
import { inNaturalOrder, type Seated, seatPupils } from './seat-pupils.ts';

/** The options of a set. */
export interface SetPlan {
  /** The keys of the forms that take turns, by their letters. */
  readonly keys: ReadonlyMap<string, string>;
  /** The style of copies whose row names none. */
  readonly style: string;
  /** Names of all styles. */
  readonly styles: readonly string[];
  /** The levels of a worksheet, if it has several. */
  readonly levels: readonly SheetLevel[];
  readonly spares: number;
  readonly order: 'seat' | 'name';
  /** The beginning of the QR text of every copy: pack and paper. */
  readonly source: string;
  readonly words: Words;
}

/**
 * The copies of a set in the order in which they are printed. Numbers, forms and codes go by seats, whatever the order:
 * where the roster has seats, the order of its rows changes nothing.
 */
export function planSet(pupils: readonly Pupil[], plan: SetPlan, report: Report): Copy[] {
  const seated = seatPupils(pupils, report);
  if (plan.keys.size === 0) return [];
  const letters = [...plan.keys.keys()];
  const forms = giveForms(seated, letters, report);
  const width = largest(
    seated.map(({ place }) => String(place).length),
    2,
  );
  const copies = seated.map(({ pupil, seat, hall }, index): Copy => {
    const { name, class: group, id, extra } = pupil;
    return {
      ...codesOf(index + 1, forms[index]!, plan),
      label:
        hall === undefined
          ? say(plan.words, 'seat-label', { seat })
          : say(plan.words, 'seat-in-class', { class: hall, seat }),
      slug: slug([hall, 'seat', seat.replace(/\d+$/, (digits) => digits.padStart(width, '0'))].join(' ')),
      seat,
      at: pupil.seat?.at ?? pupil.at,
      name: printed(name),
      ...(group && { class: printed(group) }),
      ...(id && { id }),
      ...(extra && { extra: printed(extra) }),
      style: styleOf(pupil.style, plan, report),
      ...levelOf(pupil.level, plan, report),
    };
  });
  refuseSameSlugs(copies, seated, report);
  const sorted = plan.order === 'name' ? byName(copies) : copies;
  return [...sorted, ...spares(copies.length, plan)];
}

function codesOf(number: number, form: string, { keys, source }: SetPlan) {
  const code = codeOf({ key: keys.get(form)!, copy: number });
  return { number, form, code, payload: `${source}/${code}` };
}

/** Spreadsheets know the apostrophe of the typewriter only. */
const printed = (written: RosterCell): RosterCell => ({
  ...written,
  text: written.text.replaceAll("'", '’'),
});

/** Copies without a name, in the forms in turn. */
function spares(taken: number, plan: SetPlan): Copy[] {
  const letters = [...plan.keys.keys()];
  return Array.from({ length: plan.spares }, (_, index) => ({
    ...codesOf(taken + index + 1, letters[index % letters.length]!, plan),
    label: say(plan.words, 'spare-label', { number: index + 1 }),
    slug: `spare-${String(index + 1).padStart(2, '0')}`,
    style: plan.style,
    ...levelOf(undefined, plan),
  }));
}

function styleOf(written: RosterCell | undefined, { style, styles }: SetPlan, report: Report): string {
  if (!written) return style;
  const name = slug(written.text);
  if (styles.includes(name)) return name;
  report.add('style-unknown', written.at, `There is no style “${written.text}”.`, suggest(name, styles));
  return style;
}

/** The level of a copy: that of its row, if the worksheet has it, or else core. */
function levelOf(written: RosterCell | undefined, { levels }: SetPlan, report?: Report): Pick<Copy, 'level'> {
  const usual = levels.find((level) => level === 'core') ?? levels[0];
  const name = slug(written?.text ?? '');
  if (written && !LEVELS.some((level) => level === name))
    report?.add('level-unknown', written.at, `There is no level “${written.text}”.`, suggest(name, LEVELS));
  const level = levels.find((one) => one === name) ?? usual;
  return level === undefined ? {} : { level };
}

const byName = (copies: readonly Copy[]) =>
  [...copies].sort((a, b) => inNaturalOrder(plain(a.name), plain(b.name)) || a.number - b.number);

/** The key for sorting names: accented letters count as plain ones, on every machine alike. */
const plain = (name: RosterCell | undefined) =>
  (name?.text ?? '')
    .normalize('NFD')
    .replace(/[\p{M}'’-]/gu, '')
    .toLowerCase();

/** Reports seats that differ only in characters that file names cannot have. */
function refuseSameSlugs(copies: readonly Copy[], seated: readonly Seated[], report: Report): void {
  const taken = new Map<string, number>();
  copies.forEach((copy, index) => {
    const other = taken.get(copy.slug);
    taken.set(copy.slug, index);
    if (other === undefined || copy.seat!.toLowerCase() === copies[other]!.seat!.toLowerCase()) return;
    report.add(
      'collision',
      seated[index]!.pupil.seat?.at ?? seated[index]!.pupil.at,
      `The seats “${copies[other]!.seat}” and “${copy.seat}” are too similar: both files would get the same name.`,
      'Make them differ by a letter or a number.',
    );
  });
}
