import type { Report } from '../../../diagnostics/report.ts';
import type { ImportSource } from '../import-source.ts';
import type { Imported } from '../imported.ts';
import { plainBlocks } from '../rich-text/plain-blocks.ts';
import { cardReading } from '../words/card-reading.ts';

/** Reads words as they are copied from Quizlet: a line for each, with a tab between a word and its meaning. */
export function readQuizlet({ path, text }: ImportSource, report: Report): Imported | undefined {
  const reading = cardReading();
  const entries = text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const at = { file: path, line: index + 1, column: 1 };
    const [front = '', ...back] = line.split('\t');
    if (back.length === 0) {
      reading.lose('a line without a tab between a word and its meaning', line.trim(), at);
      return [];
    }
    return reading.card({
      at,
      front: plainBlocks(front),
      back: plainBlocks(back.join(' ')),
      tags: [],
      raw: line.trim(),
    });
  });
  if (entries.length > 0) return reading.imported(entries);
  const at = { file: path, line: 1, column: 1 };
  report.add('import-refused', at, 'No line of this text has a tab between a word and its meaning.');
  return undefined;
}
