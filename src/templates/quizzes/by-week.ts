import type { Assessment } from '../../assessment/assessment.ts';
import type { ExamPack } from '../../assessment/tasks/exam-pack.ts';
import { createGenerator, type Generator } from '../../diagnostics/collections/generator.ts';
import { inRandomOrder } from '../../diagnostics/collections/in-random-order.ts';
import { largest } from '../../diagnostics/collections/largest.ts';
import { type QuickQuestion, quickQuestions } from './quick-questions.ts';
import { numbered, type QuizQuestion, type QuizText } from './quiz-text.ts';

/** A quiz for a step of the schedule. */
interface WeekQuiz {
  readonly title: QuizText;
  readonly questions: readonly QuizQuestion[];
}

/** Starters and exit tickets, one for each step of the schedule. */
export interface WeekQuizzes {
  readonly starters: readonly WeekQuiz[];
  readonly tickets: readonly WeekQuiz[];
}

/** A ticket has room for two lines below a question of three. */
const isBrief = ({ stem, answer }: QuickQuestion): boolean =>
  stem.text.length <= 110 && answer.text.length <= 64;

/** A starter has five questions, two of which are on earlier steps; an exit ticket has two on its own step. */
const IN_STARTER = 5;
const FROM_EARLIER = 2;
const ON_TICKET = 2;

/**
 * Makes quizzes by the seed for each step of the schedule. In a pack with chapters they ask only what has been read by then; words
 * and questions without chapters may come at any time. No starter asks what another asked, as long as there are enough. Steps for
 * which there are too few questions have none.
 */
export function quizzesByWeek(pack: ExamPack, assessment: Assessment, seed: string): WeekQuizzes {
  const { schedule, chapters } = pack.entries;
  const order = chapters.map(({ id }) => id);
  const generator = createGenerator(`${seed}/by-week`);
  const all = inRandomOrder(quickQuestions(pack, assessment), generator);
  // Steps without chapters in a pack that has some: nobody can say what has been read.
  const steps = order.length > 0 ? schedule.filter(({ fields }) => fields.chapters.length > 0) : schedule;
  const lastOf = (question: QuickQuestion) =>
    largest(
      question.chapters.map((id) => order.indexOf(id)),
      -1,
    );
  const draw = drawer(generator);
  let before = -1;
  const starters: WeekQuiz[] = [];
  const tickets: WeekQuiz[] = [];
  for (const { name, at, places, fields } of steps) {
    const reached = largest(
      fields.chapters.map((id) => order.indexOf(id)),
      before,
    );
    const known = all.filter((question) => lastOf(question) <= reached);
    const isNew = (question: QuickQuestion) => lastOf(question) > before;
    const earlier = known.filter((question) => !isNew(question));
    const fresh = order.length > 0 ? known.filter(isNew) : known;
    const title = { text: name, at: places['name'] ?? at };
    const brief = (from: readonly QuickQuestion[]) => from.filter(isBrief);
    const newest = draw(brief(fresh), ON_TICKET, []);
    const onTicket = [...newest, ...draw(brief(earlier), ON_TICKET - newest.length, newest)];
    const back = before < 0 ? [] : draw(earlier, FROM_EARLIER, onTicket);
    const now = draw(fresh, IN_STARTER - back.length, [...back, ...onTicket]);
    const rest = draw(known, IN_STARTER - back.length - now.length, [...back, ...now, ...onTicket]);
    const asked = [...now, ...rest, ...back];
    if (asked.length === IN_STARTER) starters.push({ title, questions: numbered(asked) });
    if (onTicket.length === ON_TICKET) tickets.push({ title, questions: numbered(onTicket) });
    before = reached;
  }
  return { starters, tickets };
}

/** Questions of the pack’s own are worth two of those that are made from its words and quotations. */
const WEIGHTS: Readonly<Record<QuickQuestion['sort'], number>> = {
  item: 0.5,
  meaning: 1,
  word: 1,
  gap: 1,
  speaker: 1,
};

/**
 * Draws questions of as many sorts as there are: first those that have been asked least often, of them the sort that the quiz
 * has least of, and of these on what has been asked about least. Once all have been asked, they come in another order, so that no
 * quiz comes again. No quiz asks about one entry twice.
 */
function drawer(
  generator: Generator,
): (from: readonly QuickQuestion[], count: number, not: readonly QuickQuestion[]) => QuickQuestion[] {
  const used = new Map<QuickQuestion, number>();
  const asked = new Map<string, number>();
  const before = new Set<string>();
  const together = (questions: readonly QuickQuestion[]) =>
    questions
      .map(({ stem }) => stem.text)
      .sort()
      .join('\n');
  return (from, count, not) => {
    const drawn: QuickQuestion[] = [];
    while (drawn.length < count) {
      const inQuiz = [...not, ...drawn];
      const abouts = new Set(inQuiz.map(({ about }) => about));
      const load = ({ sort }: QuickQuestion) =>
        inQuiz.filter((one) => one.sort === sort).length * WEIGHTS[sort];
      const free = from.filter(({ about }) => !abouts.has(about));
      // The last question is one that has not come with the same others before.
      const others = free.filter((one) => drawn.length + 1 < count || !before.has(together([...drawn, one])));
      const left = others.length > 0 ? others : free;
      const isNew = left.some((question) => !used.has(question));
      const [best] = (isNew ? left : inRandomOrder(left, generator)).toSorted(
        (a, b) =>
          (used.get(a) ?? 0) - (used.get(b) ?? 0) ||
          load(a) - load(b) ||
          (asked.get(a.about) ?? 0) - (asked.get(b.about) ?? 0),
      );
      if (!best) break;
      drawn.push(best);
      used.set(best, (used.get(best) ?? 0) + 1);
      asked.set(best.about, (asked.get(best.about) ?? 0) + 1);
    }
    before.add(together(drawn));
    return drawn;
  };
}
