import type { FormatIn } from '../format-in.ts';

/** How many lines of a text are looked at to find out what it is. */
const SAMPLE_LINES = 40;

const linesIn = (text: string): string[] =>
  text
    .slice(0, 20_000)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLE_LINES);

/** Formats of words, and tables of words or questions, those with unmistakable signs first. */
export const WORD_FORMATS: readonly FormatIn[] = [
  {
    name: 'apkg',
    title: 'a deck of Anki (.apkg)',
    extensions: ['.apkg', '.colpkg'],
    recognises: ({ files }) => files.some((name) => /^collection\.anki2/.test(name)),
    load: async () => (await import('./read-apkg.ts')).readApkg,
  },
  {
    name: 'anki',
    title: 'notes of Anki in plain text',
    extensions: ['.txt'],
    recognises: ({ text }) => /^#(separator|html|(guid|notetype|deck|tags) column|columns):/i.test(text),
    load: async () => (await import('./read-anki-text.ts')).readAnkiText,
  },
  {
    name: 'table',
    title: 'a table of questions or words (CSV, TSV, XLSX)',
    extensions: ['.csv', '.tsv', '.xlsx'],
    recognises: ({ files, text }, extension) =>
      files.includes('xl/workbook.xml') || (text !== '' && ['.csv', '.tsv', '.tab'].includes(extension)),
    load: async () => (await import('./read-table.ts')).readTable,
  },
  {
    name: 'quizlet',
    title: 'words copied from Quizlet',
    extensions: ['.txt'],
    recognises: ({ text }) => {
      const lines = linesIn(text);
      return lines.length > 1 && lines.filter((line) => /\S\t\S/.test(line)).length >= lines.length * 0.8;
    },
    load: async () => (await import('./read-quizlet.ts')).readQuizlet,
  },
];
