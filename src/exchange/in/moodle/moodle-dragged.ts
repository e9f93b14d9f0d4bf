import type { AskWithNotes } from '../questions/ask-with-notes.ts';
import type { BankReading } from '../questions/bank-reading.ts';
import { type Gap, gapMark } from '../questions/question.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import { childOf, childrenOf } from '../xml/xml-queries.ts';
import { moodleBlocks, moodleLine } from './moodle-text.ts';

/** Reads a text whose gaps `[[1]]` are filled with words that are dragged, or chosen from lists. */
export function moodleDragged(element: XmlElement, file: string, reading: BankReading): AskWithNotes {
  const boxes = childrenOf(element).filter(({ name }) => name === 'dragbox' || name === 'selectoption');
  const words = boxes.map((box) => moodleLine(box, file, reading));
  const gaps: Gap[] = [];
  const stem = moodleBlocks(childOf(element, 'questiontext'), file, reading, (text) =>
    text.replace(/\[\[(\d+)\]\]/g, (written, number: string) => {
      const answer = words[Number(number) - 1];
      if (answer === undefined) return written;
      gaps.push({ answers: [answer], wrong: [], isChosen: true });
      return gapMark(gaps.length - 1);
    }),
  );
  const right = new Set(gaps.flatMap(({ answers }) => answers));
  const wrong = words.filter((word) => word !== '' && !right.has(word));
  return {
    ask: { kind: 'cloze', gaps: gaps.map((gap, index) => (index === 0 ? { ...gap, wrong } : gap)) },
    stem,
  };
}
