import { SaxesParser } from 'saxes';
import type { Loss } from '../../losses/loss.ts';

/** A paragraph of a document, numbered from 1. */
interface WordParagraph {
  readonly number: number;
  readonly text: string;
}

/** What a document holds besides the text that it shows. */
interface ScannedWord {
  readonly losses: readonly Loss[];
  readonly paragraphs: readonly WordParagraph[];
}

/** Elements whose words do not come along, and what they are. */
const LOST: Readonly<Record<string, string>> = {
  'w:del': 'text that was deleted with changes tracked',
  'w:moveFrom': 'text that was moved with changes tracked',
  'm:oMath': 'an equation',
};
/** Copies of drawings for old programs. */
const SKIPPED = ['mc:Fallback'];
/** Those of charts and diagrams are the last two. */
const TEXTS = ['w:t', 'w:delText', 'm:t', 'a:t', 'c:v'];
const PARAGRAPHS = ['w:p', 'a:p', 'c:pt'];

/**
 * Goes through the text of a document, for what the library that reads it says nothing about.
 * @param file as it is shown to its author
 */
export function scanWord(xml: string, file: string): ScannedWord {
  const losses: Loss[] = [];
  const paragraphs: { number: number; text: string }[] = [];
  const open: { number: number; text: string }[] = [];
  let count = 0;
  let lost: { what: string; name: string; text: string; line: number } | undefined;
  let skipped = 0;
  let isText = false;
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', () => {});
  parser.on('opentag', ({ name }) => {
    if (SKIPPED.includes(name)) skipped++;
    if (skipped > 0) return;
    if (PARAGRAPHS.includes(name)) open.push({ number: ++count, text: '' });
    isText = TEXTS.includes(name);
    if (!lost && Object.hasOwn(LOST, name))
      lost = { what: LOST[name]!, name, text: '', line: Math.max(1, count) };
    if (['w:tab', 'w:br', 'w:cr'].includes(name) && open.length > 0) open.at(-1)!.text += ' ';
  });
  parser.on('text', (text) => {
    if (!isText || skipped > 0) return;
    if (lost) lost.text += text;
    else if (open.length > 0) open.at(-1)!.text += text;
  });
  parser.on('closetag', ({ name }) => {
    isText = false;
    if (SKIPPED.includes(name)) skipped--;
    if (skipped > 0) return;
    if (PARAGRAPHS.includes(name)) {
      const paragraph = open.pop();
      if (paragraph) paragraphs.push(paragraph);
    }
    if (lost?.name !== name) return;
    const { what, text, line } = lost;
    if (text.trim() !== '') losses.push({ what, text: text.trim(), at: { file, line, column: 1 } });
    lost = undefined;
  });
  parser.write(xml).close();
  return { losses, paragraphs: paragraphs.sort((a, b) => a.number - b.number) };
}
