import type { Token } from 'markdown-it';
import type { Inline, TextRun } from '../blocks/block.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import { type Origins, readOriginMarks } from '../diagnostics/origin.ts';
import type { Report } from '../diagnostics/report.ts';

/** What reading Markdown needs besides the text. */
export interface ReadingContext {
  readonly origins: Origins;
  readonly report: Report;
}

/** The numbers of the origin marks that are open; shared along a document, since a text may span several blocks. */
export interface OpenMarks {
  open: number[];
}

/**
 * Turns the children of an inline token into runs, without origin marks.
 * @param at where the block stands, for what carries no origin of its own
 */
export function readInline(
  tokens: readonly Token[],
  at: Place,
  marks: OpenMarks,
  context: ReadingContext,
): Inline[] {
  const inlines: Inline[] = [];
  const look = { bold: 0, italic: 0 };
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
      case 'link_open': {
        const target = String(token.attrGet('href') ?? '');
        if (/^(https?|mailto):/i.test(target)) links.push(target);
        else {
          links.push('');
          const hint =
            'Links to web addresses (https://…) and mail addresses work; others are printed as text.';
          context.report.add('link-dropped', at, `The link to “${target}” leads nowhere on paper.`, hint);
        }
        break;
      }
      case 'link_close':
        links.pop();
        break;
      case 'html_inline':
        context.report.add(
          'raw-html',
          at,
          `“${token.content}” is HTML; it is printed as written.`,
          'Use Markdown: *emphasis*, **strong**.',
          token.content,
        );
        push(token.content);
        break;
      case 'image':
        context.report.add(
          'picture-unsupported',
          at,
          `The picture “${token.content}” cannot be printed yet; its description stands in its place.`,
          'Take it out; pictures are not set by this version.',
        );
        push(`[${token.content || 'picture'}]`);
        break;
      default:
        context.report.add(
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

const samePlace = (a: Place, b: Place) => a.file === b.file && a.line === b.line && a.column === b.column;

function sameLook(a: TextRun, b: TextRun): boolean {
  return (
    a.bold === b.bold &&
    a.italic === b.italic &&
    a.code === b.code &&
    a.link === b.link &&
    JSON.stringify(a.at) === JSON.stringify(b.at)
  );
}
