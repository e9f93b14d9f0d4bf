import type { Place } from '../../../diagnostics/diagnostic.ts';
import type { Loss } from '../../losses/loss.ts';
import type { ImportedEntry } from '../imported.ts';
import { type PictureShelf, pictureShelf } from '../rich-text/picture-shelf.ts';
import { entryOfQuestion } from './entry-of-question.ts';
import type { Question } from './question.ts';

/** What is shared by the questions of one bank as it is read. */
export interface BankReading {
  readonly losses: Loss[];
  readonly shelf: PictureShelf;
  /** Lists a loss. */
  lose(what: string, text: string, at: Place): void;
  /** Lists a loss that every question of a bank may have, such as a text that the bank itself writes, at its first place. */
  loseOnce(what: string, text: string, at: Place): void;
  /** Makes an item of a question; none after it has been listed as lost, or if its id has been listed as taken. */
  entry(question: Question): ImportedEntry[];
}

/** Begins to read a bank of questions. */
export function bankReading(): BankReading {
  const losses: Loss[] = [];
  const seen = new Set<string>();
  const ids = new Map<string, Place>();
  const lose = (what: string, text: string, at: Place) => {
    losses.push({ what, text, at });
  };
  return {
    losses,
    shelf: pictureShelf(),
    lose,
    loseOnce(what, text, at) {
      const key = JSON.stringify([what, text]);
      if (!seen.has(key)) lose(what, text, at);
      seen.add(key);
    },
    entry(question) {
      const made = entryOfQuestion(question, (loss) => losses.push(loss));
      if (!made) return [];
      const first = question.id === undefined ? undefined : ids.get(question.id);
      if (question.id !== undefined && first === undefined) ids.set(question.id, question.at);
      if (first === undefined) return [made];
      lose(`its id, which the question in line ${first.line} has too`, question.id!, question.at);
      const { id: _, ...others } = made;
      return [others];
    },
  };
}
