import type { Words } from '../words/words.ts';
import type { Assessment } from './assessment.ts';
import { boardWords } from './boards/board-words.ts';
import type { ExamPack } from './tasks/exam-pack.ts';

/** The words for a file: those of a paper are said as its board says them. */
export function paperWords(
  { papers, words }: Pick<Assessment, 'papers' | 'words'>,
  { about }: ExamPack,
  entry: { readonly kind: string; readonly id: string } | undefined,
): Words {
  const own = entry?.kind === 'papers' ? papers.find(({ paper }) => paper.id === entry.id) : undefined;
  return boardWords(words, own?.paper.board, Object.keys(about.fields.words ?? {}));
}
