import type { FormatOut } from './format-out.ts';

/** Every format that can be exported, in the order in which help lists them. */
export const FORMATS_OUT: readonly FormatOut[] = [
  {
    name: 'gift',
    exports: 'questions',
    extension: '.gift.txt',
    title: 'GIFT',
    load: async () => (await import('./questions-out/gift.ts')).giftOf,
  },
  {
    name: 'moodle',
    exports: 'questions',
    extension: '.moodle.xml',
    title: 'Moodle XML',
    load: async () => (await import('./questions-out/moodle.ts')).moodleOf,
  },
  {
    name: 'qti12',
    exports: 'questions',
    extension: '.qti12.zip',
    title: 'QTI 1.2 for Canvas',
    load: async () => (await import('./questions-out/qti/qti12.ts')).qti12Of,
  },
  {
    name: 'qti21',
    exports: 'questions',
    extension: '.qti21.zip',
    title: 'QTI 2.1',
    load: async () => (await import('./questions-out/qti/qti21.ts')).qti21Of,
  },
  {
    name: 'csv',
    exports: 'questions',
    extension: '.questions.csv',
    title: 'a table of questions',
    load: async () => (await import('./questions-out/questions-csv.ts')).questionsCsvOf,
  },
  {
    name: 'csv',
    exports: 'words',
    extension: '.words.csv',
    title: 'a table of words',
    load: async () => (await import('./words-out/words-csv.ts')).wordsCsvOf,
  },
  {
    name: 'anki',
    exports: 'words',
    extension: '.anki.txt',
    title: 'text for Anki',
    load: async () => (await import('./words-out/anki-text.ts')).ankiTextOf,
  },
  {
    name: 'apkg',
    exports: 'words',
    extension: '.apkg',
    title: 'a deck of Anki',
    load: async () => (await import('./words-out/apkg.ts')).apkgOf,
  },
  {
    name: 'quizlet',
    exports: 'words',
    extension: '.quizlet.txt',
    title: 'text for Quizlet',
    load: async () => (await import('./words-out/quizlet.ts')).quizletOf,
  },
  {
    name: 'markdown',
    exports: 'pack',
    extension: '.md',
    title: 'Markdown',
    load: async () => (await import('./markdown-out/pack-as-markdown.ts')).packAsMarkdown,
  },
];
