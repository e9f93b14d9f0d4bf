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
];
