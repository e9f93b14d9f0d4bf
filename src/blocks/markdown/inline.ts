import type { Token } from 'markdown-it';
import type { Place } from '../../diagnostics/diagnostic.ts';
import { type Origins, readOriginMarks, withoutOriginMarks } from '../../diagnostics/origin.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Inline, NoteReference, TextRun } from '../block.ts';

/** What reading Markdown needs besides the text; one for each document. */
export interface ReadingContext {
  readonly origins: Origins;
  readonly report: Report;
  /** A language tag: which quotation marks are set, what callouts are called. */
  readonly language: string;
  /** Whether straight quotation marks, hyphens and dots are turned into those of print. */
  readonly typographer: boolean;
  /** How many notes the document has so far. */
  readonly notes: { count: number };
}

/** The numbers of the origin marks that are open; shared along a document, since a text may span several blocks. */
export interface OpenMarks {
  open: number[];
}

/** The note that a reference leads to, by its number in the text that is read. */
type NoteOf = (id: number) => NoteReference;

/**
 * Turns the children of an inline token into runs, without origin marks.
 * @param at where the block stands, for what carries no origin of its own
 */
export function readInline(
  tokens: readonly Token[],
  at: Place,
  marks: OpenMarks,
  context: ReadingContext,
  noteOf: NoteOf,
): Inline[] {
  const { report } = context;
  const inlines: Inline[] = [];
  const look = { bold: 0, italic: 0, strike: 0 };
  const links: string[] = [];

  const push = (text: string, code = false) => {
    const read = readOriginMarks(text, marks.open);
    marks.open = read.open;
    for (const part of read.parts) {
      const origin = part.origin === undefined ? undefined : context.origins[part.origin];
      const run: TextRun = {
        kind: 'text',
        text: part.text,
        ...(look.bold > 0 && { bold: true }),
        ...(look.italic > 0 && { italic: true }),
        ...(look.strike > 0 && { strike: true }),
        ...(code && { code: true }),
        ...(links.at(-1) && { link: links.at(-1)! }),
        ...(origin && !samePlace(origin, at) && { at: origin }),
      };
      const last = inlines.at(-1);
      if (last?.kind === 'text' && sameLook(last, run))
        inlines[inlines.length - 1] = { ...last, text: last.text + run.text };
      else inlines.push(run);
    }
  };

  for (const token of tokens) {
    switch (token.type) {
      case 'text':
      case 'text_special':
        reportMissingNotes(token.content, at, report);
        push(token.content);
        break;
      case 'code_inline':
        push(token.content, true);
        break;
      case 'softbreak':
        push(' ');
        break;
      case 'hardbreak':
        inlines.push({ kind: 'break' });
        break;
      case 'strong_open':
        look.bold++;
        break;
      case 'strong_close':
        look.bold--;
        break;
      case 'em_open':
        look.italic++;
        break;
      case 'em_close':
        look.italic--;
        break;
      case 's_open':
        look.strike++;
        break;
      case 's_close':
        look.strike--;
        break;
      case 'link_open':
        links.push(linkTarget(token, at, report));
        break;
      case 'link_close':
        links.pop();
        break;
      case 'footnote_ref':
        inlines.push(noteOf((token.meta as { id: number }).id));
        break;
      case 'html_inline':
        if (token.content.startsWith('<!--')) break;
        report.add(
          'raw-html',
          at,
          `“${withoutOriginMarks(token.content)}” is HTML; it is printed as written.`,
          'Use Markdown: *emphasis*, **strong**.',
          token.content,
        );
        push(token.content);
        break;
      case 'image':
        report.add(
          'picture-in-text',
          at,
          `The picture “${withoutOriginMarks(token.content)}” stands inside a line; its description is printed in its place.`,
          'Put it into a paragraph of its own.',
          `](${String(token.attrGet('src') ?? '')}`,
        );
        push(`[${token.content || 'picture'}]`);
        break;
      default:
        report.add(
          'markup-unsupported',
          at,
          `“${token.markup || token.type}” is not set by this version.`,
          'Use *emphasis*, **strong**, `code` or a link.',
        );
        push(token.content);
    }
  }
  return inlines;
}

/** Where a link leads: an address, a place in the document, or `''`. */
function linkTarget(token: Token, at: Place, report: Report): string {
  const target = String(token.attrGet('href') ?? '');
  if (/^(https?:|mailto:|#.)/i.test(target)) return target;
  report.add(
    'link-dropped',
    at,
    `The link to “${target}” leads nowhere on paper.`,
    'Links to web addresses (https://…), to mail addresses and to headings of this document (#heading) work; others are printed as text.',
  );
  return '';
}

function reportMissingNotes(text: string, at: Place, report: Report): void {
  for (const [, label] of withoutOriginMarks(text).matchAll(/\[\^([^\]\s]+)\]/g))
    report.add(
      'footnote-missing',
      at,
      `There is no footnote “${label}”; its sign is printed as written.`,
      `Write it in a paragraph of its own, in the same text: [^${label}]: What the note says.`,
      `[^${label}]`,
    );
}

const samePlace = (a: Place, b: Place) => a.file === b.file && a.line === b.line && a.column === b.column;

function sameLook(a: TextRun, b: TextRun): boolean {
  return (
    a.bold === b.bold &&
    a.italic === b.italic &&
    a.strike === b.strike &&
    a.code === b.code &&
    a.link === b.link &&
    JSON.stringify(a.at) === JSON.stringify(b.at)
  );
}
