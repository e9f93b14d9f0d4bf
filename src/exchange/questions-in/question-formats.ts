import type { FormatIn } from '../format-in.ts';
import type { ImportSource } from '../import-source.ts';

/** How much of a file is looked at to find out what it is. */
const SAMPLE = 20_000;

const start = ({ text }: ImportSource): string => text.slice(0, SAMPLE);

/** Formats of questions, those with unmistakable signs first. */
export const QUESTION_FORMATS: readonly FormatIn[] = [
  {
    name: 'moodle',
    title: 'questions in Moodle XML',
    extensions: ['.xml'],
    recognises: (source) => /<quiz[\s>]/.test(start(source)) && /<question[\s>]/.test(start(source)),
    load: async () => (await import('./moodle/read-moodle.ts')).readMoodle,
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
    load: async () => (await import('./qti/read-qti.ts')).readQti,
  },
  {
    name: 'aiken',
    title: 'questions in Aiken',
    extensions: ['.txt'],
    recognises: (source) =>
      /^\s*[A-Z][.)] /m.test(start(source)) && /^\s*ANSWERS?\s*:\s*[A-Z]\s*([,;&]|$)/im.test(start(source)),
    load: async () => (await import('./text-banks/read-aiken.ts')).readAiken,
  },
  {
    name: 'gift',
    title: 'questions in GIFT',
    extensions: ['.gift', '.txt'],
    recognises: (source, extension) =>
      extension === '.gift' ||
      /^\s*::[^\n]*::|^\$CATEGORY:/m.test(start(source)) ||
      /(?<!\\)\{\s*(?:[=~#]|(?:T|TRUE|F|FALSE)\s*[#}])/.test(start(source)),
    load: async () => (await import('./text-banks/read-gift.ts')).readGift,
  },
];
