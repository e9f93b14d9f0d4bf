import type { AssessmentEntry, ExamPack } from '../tasks/exam-pack.ts';
import type { ExamBoard } from './board.ts';

type Objective = AssessmentEntry<'objectives'>;

/** The group of objectives that no file of the pack has. */
const GROUP = 'boards';

/**
 * A pack with the assessment objectives of its boards, besides those that it has itself. Those of the pack win, and take
 * their places among those of a board.
 */
export function withBoardObjectives(pack: ExamPack, boards: readonly ExamBoard[]): ExamPack {
  const own = new Map(pack.entries.objectives.map((entry) => [entry.id, entry]));
  const all = new Map<string, Objective>();
  for (const { objectives } of boards)
    for (const { id, name, body } of objectives)
      if (!all.has(id))
        all.set(
          id,
          own.get(id) ?? {
            kind: 'objectives',
            id,
            name,
            group: GROUP,
            fields: {},
            body,
            sections: {},
            at: body.at,
            places: {},
          },
        );
  if ([...all.keys()].every((id) => own.has(id))) return pack;
  for (const [id, entry] of own) all.set(id, entry);
  return { ...pack, entries: { ...pack.entries, objectives: [...all.values()] } };
}

/** Whether the pack itself has objectives, besides those of its boards. */
export const hasOwnObjectives = ({ entries }: ExamPack): boolean =>
  entries.objectives.some(({ group }) => group !== GROUP);

/** What an objective asks for, in a paper with a board: as the pack has it, or else as that board does. */
export const objectiveText = (
  { id, group, body }: Objective,
  board: ExamBoard | undefined,
): Objective['body'] =>
  (group === GROUP ? board?.objectives.find((one) => one.id === id)?.body : undefined) ?? body;
