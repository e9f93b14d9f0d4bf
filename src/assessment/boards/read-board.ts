import { headingId } from '../../content/entries/heading-id.ts';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import { wholeFile } from '../../diagnostics/whole-file.ts';
import { checkYaml } from '../../diagnostics/yaml/check-yaml.ts';
import { checkWords } from '../../words/check-words.ts';
import type { CoverPart, ExamBoard } from './board.ts';
import { boardSchema } from './board-schema.ts';

/** A file of a board: its path as messages show it, its name within its folder (`aqa.yaml`), and its text. */
export interface BoardFile {
  readonly path: string;
  readonly name: string;
  readonly text: string;
}

/** Reads the file of a board. @returns undefined, after diagnostics, if anything is wrong */
export function readBoard({ path, name, text }: BoardFile, report: Report): ExamBoard | undefined {
  const whole = wholeFile(path);
  const checked = checkYaml({ text, at: whole }, boardSchema, report);
  if (!checked) return undefined;
  const { value, places } = checked;
  const placeOf = (field: string): Place => ownValue(places, field) ?? whole;
  const placed = (of: string, field: string) => ({ text: of, at: placeOf(field) });
  const ownWords = Object.entries(places).flatMap(([field, place]) =>
    field.startsWith('words.') ? [[field.slice('words.'.length), place] as const] : [],
  );
  const words = checkWords(
    value.lang,
    { value: value.words ?? {}, places: Object.fromEntries(ownWords) },
    whole,
    report,
  );
  const areRight = value.tariffs.map((tariff, index) =>
    checkTariff(tariff, (field) => placeOf(`tariffs.${index}.${field}`), report),
  );
  if (!words || areRight.includes(false)) return undefined;
  const { specification, accuracy } = value;
  return {
    id: name.replace(/\.yaml$/, ''),
    name: value.name,
    lang: value.lang,
    ...(specification !== undefined && { specification }),
    objectives: value.objectives.map((objective, index) => ({
      id: headingId(objective.name, value.lang),
      name: objective.name,
      body: placed(objective.text, `objectives.${index}.text`),
    })),
    cover: Object.fromEntries(
      Object.entries(value.cover ?? {}).flatMap(([part, of]) =>
        of === undefined ? [] : [[part as CoverPart, placed(of, `cover.${part}`)] as const],
      ),
    ),
    ...(accuracy && {
      accuracy: { objective: accuracy.objective, text: placed(accuracy.text, 'accuracy.text') },
    }),
    tariffs: value.tariffs,
    papers: value.papers,
    words,
  };
}

/** Reports sums that do not come out right. */
function checkTariff(
  { for: name, marks, accuracy, objectives, levels, tops }: ExamBoard['tariffs'][number],
  placeOf: (field: string) => Place,
  report: Report,
): boolean {
  const faults: [field: string, message: string, hint: string][] = [];
  const sum = Object.values(objectives ?? {}).reduce((total, each) => total + each, 0);
  if (objectives && sum !== marks)
    faults.push([
      'marks',
      `The objectives of “${name}” add up to ${sum}, but it has ${marks} marks.`,
      'Change the marks of the objectives, or those of the question.',
    ]);
  if (accuracy >= marks)
    faults.push([
      'accuracy',
      `Of the ${marks} marks of “${name}”, ${accuracy} cannot be for accuracy.`,
      'Leave marks for the answer itself.',
    ]);
  const top = tops?.at(-1);
  const rises = tops?.every((one, index) => index === 0 || one > tops[index - 1]!);
  if (tops && (tops.length !== levels || !rises || (top !== marks && top !== marks - accuracy)))
    faults.push([
      'levels',
      `“${name}” has ${levels ?? 'no'} levels, but their highest marks are ${tops.join(', ')}.`,
      `Give one mark for each level, from the lowest up to ${accuracy > 0 ? `${marks - accuracy} or ` : ''}${marks}.`,
    ]);
  for (const [field, message, hint] of faults) report.add('field-malformed', placeOf(field), message, hint);
  return faults.length === 0;
}
