import type { FormatIn } from './in/format-in.ts';
import type { ImportSource } from './in/import-source.ts';

/** How much of a file is looked at to find out what it is: characters, and lines of a text. */
const SAMPLE = 20_000;
const SAMPLE_LINES = 40;

const start = ({ text }: ImportSource): string => text.slice(0, SAMPLE);

const firstLines = (source: ImportSource): string[] =>
  start(source)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLE_LINES);

/**
 * Every format that can be imported. The first that recognises a source reads it, so those with unmistakable signs come
 * first, and plain text comes last.
 */
export const FORMATS_IN: readonly FormatIn[] = [
  {
    name: 'apkg',
    title: 'a deck of Anki (.apkg)',
    extensions: ['.apkg', '.colpkg'],
    recognises: ({ files }) => files.some((name) => /^collection\.anki2/.test(name)),
    load: async () => (await import('./in/anki/read-apkg.ts')).readApkg,
  },
  {
    name: 'anki',
    title: 'notes of Anki in plain text',
    extensions: ['.txt'],
    recognises: ({ text }) => /^#(separator|html|(guid|notetype|deck|tags) column|columns):/i.test(text),
    load: async () => (await import('./in/anki/read-anki-text.ts')).readAnkiText,
  },
  {
    name: 'table',
    title: 'a table of questions or words (CSV, TSV, XLSX)',
    extensions: ['.csv', '.tsv', '.xlsx'],
    recognises: ({ files, text }, extension) =>
      files.includes('xl/workbook.xml') || (text !== '' && ['.csv', '.tsv', '.tab'].includes(extension)),
    load: async () => (await import('./in/tables/read-table.ts')).readTable,
  },
  {
    name: 'quizlet',
    title: 'words copied from Quizlet',
    extensions: ['.txt'],
    recognises: (source) => {
      const lines = firstLines(source);
      return lines.length > 1 && lines.filter((line) => /\S\t\S/.test(line)).length >= lines.length * 0.8;
    },
    load: async () => (await import('./in/quizlet/read-quizlet.ts')).readQuizlet,
  },
  {
    name: 'moodle',
    title: 'questions in Moodle XML',
    extensions: ['.xml'],
    recognises: (source) => /<quiz[\s>]/.test(start(source)) && /<question[\s>]/.test(start(source)),
    load: async () => (await import('./in/moodle/read-moodle.ts')).readMoodle,
  },
  {
    name: 'qti',
    title: 'questions in QTI',
    extensions: ['.xml', '.zip', '.imscc', '.qti'],
    recognises: (source) =>
      source.files.some((name) => /(^|\/)imsmanifest\.xml$/.test(name)) ||
      /<(?:\w+:)?(?:questestinterop|assessmentItem|qti-assessment-item|assessmentTest)[\s>]/.test(
        start(source),
      ),
    load: async () => (await import('./in/qti/read-qti.ts')).readQti,
  },
  {
    name: 'aiken',
    title: 'questions in Aiken',
    extensions: ['.txt'],
    recognises: (source) =>
      /^\s*[A-Z][.)] /m.test(start(source)) && /^\s*ANSWERS?\s*:\s*[A-Z]\s*([,;&]|$)/im.test(start(source)),
    load: async () => (await import('./in/aiken/read-aiken.ts')).readAiken,
  },
  {
    name: 'gift',
    title: 'questions in GIFT',
    extensions: ['.gift', '.txt'],
    recognises: (source, extension) =>
      extension === '.gift' ||
      /^\s*::[^\n]*::|^\$CATEGORY:/m.test(start(source)) ||
      /(?<!\\)\{\s*(?:[=~#]|(?:T|TRUE|F|FALSE)\s*[#}])/.test(start(source)),
    load: async () => (await import('./in/gift/read-gift.ts')).readGift,
  },
  {
    name: 'word',
    title: 'a Word document (.docx)',
    extensions: ['.docx', '.docm'],
    recognises: ({ files }) => files.some((name) => /^word\/document\d*\.xml$/.test(name)),
    load: async () => (await import('./in/word/read-docx.ts')).readDocx,
  },
  {
    name: 'html',
    title: 'a web page (HTML)',
    extensions: ['.html', '.htm', '.xhtml'],
    recognises: ({ text }, extension) =>
      /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype html|html|head|body)\b/i.test(
        text,
      ) ||
      (/^\.x?html?$/.test(extension) && text !== '') ||
      /^\s*<(?:h[1-6]|p|div|article|section|main|ul|ol|table|blockquote)\b[^>]*>/i.test(text),
    load: async () => {
      const { readHtml } = await import('./in/html/read-html.ts');
      return (source) => readHtml(source);
    },
  },
  {
    name: 'text',
    title: 'text without markup',
    extensions: ['.txt', '.text', '.md', '.markdown'],
    recognises: ({ text }, extension) =>
      text !== '' && ['', '.txt', '.text', '.md', '.markdown'].includes(extension),
    load: async () => (await import('./in/text/read-plain-text.ts')).readPlainText,
  },
];
