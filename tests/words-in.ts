import { readTemplateSet } from '../src/cli/files/reading/read-sources.ts';
import { createReport } from '../src/diagnostics/report.ts';
import { readWords } from '../src/words/read-words.ts';
import type { Words } from '../src/words/words.ts';

const files = readTemplateSet(createReport()).words;

/** The program's words in a language. */
export function wordsIn(lang: string): Words {
  const report = createReport();
  const found = readWords(lang, [files], report);
  if (!found) throw new Error(report.diagnostics.map(({ message }) => message).join('\n'));
  return found.words;
}

export const english = wordsIn('en-GB');
