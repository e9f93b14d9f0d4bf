import { htmlText } from '../rich-text/html-text.ts';

/** The words of Markdown that was made from HTML or plain text, for a heading that is plain text. */
export const plainOfMarkdown = (markdown: string): string =>
  htmlText(
    markdown
      .replace(/\\([!-/:-@[-`{-~])/g, (_, letter: string) => `&#${letter.charCodeAt(0)};`)
      .replace(/<(?=[^a-z/])/gi, '&lt;')
      .replace(/(\*+)(\S(?:[^*]*\S)?)\1/g, '$2')
      .replace(/(`+) ?(.+?) ?\1/g, '$2')
      .replace(/\[([^\]]*)\]\(<[^>]*>\)/g, '$1'),
  );
