import type { ExamPack } from '../../assessment/tasks/exam-pack.ts';
import { chapterName } from '../../content/entries/chapter-name.ts';
import type { Job } from '../../templates/plan-jobs.ts';
import { say } from '../../words/say.ts';
import type { Words } from '../../words/words.ts';

/**
 * Says after which chapter a file may be handed out: the one that its product or its entry says a class has reached, or
 * the last one where it gives away the end of the book. Empty if it can be handed out at any time.
 */
export function forAfter({ entries }: ExamPack, { product, entry }: Job, words: Words): string {
  const { reached, 'tells-ending': tellsEnding } = product.settings;
  const own =
    entry && entry.kind !== 'papers' && 'reached' in entry.fields ? entry.fields.reached : undefined;
  const last = tellsEnding && entries.book.length > 0 ? entries.chapters.at(-1)?.id : undefined;
  const chapter = reached ?? own ?? last;
  return chapter === undefined
    ? ''
    : say(words, 'for-after', { chapter: chapterName(chapter, entries, words).full });
}
