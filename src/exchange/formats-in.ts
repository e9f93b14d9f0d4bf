import type { FormatIn } from './format-in.ts';
import { QUESTION_FORMATS } from './questions-in/question-formats.ts';
import { WORD_FORMATS } from './words-in/word-formats.ts';

/**
 * Every format that can be imported. The first that recognises a source reads it, so those with unmistakable signs come
 * first, and plain text comes last.
 */
export const FORMATS_IN: readonly FormatIn[] = [
  ...WORD_FORMATS,
  ...QUESTION_FORMATS,
  {
    name: 'word',
    title: 'a Word document (.docx)',
    extensions: ['.docx', '.docm'],
    recognises: ({ files }) => files.some((name) => /^word\/document\d*\.xml$/.test(name)),
    load: async () => (await import('./word-in/read-docx.ts')).readDocx,
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
      const { readHtml } = await import('./text-in/read-html.ts');
      return (source) => readHtml(source);
    },
  },
  {
    name: 'text',
    title: 'text without markup',
    extensions: ['.txt', '.text', '.md', '.markdown'],
    recognises: ({ text }, extension) =>
      text !== '' && ['', '.txt', '.text', '.md', '.markdown'].includes(extension),
    load: async () => (await import('./text-in/read-text.ts')).readText,
  },
];
