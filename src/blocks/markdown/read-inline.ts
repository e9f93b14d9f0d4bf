import type { Token } from 'markdown-it';
import { ownValue } from '../../diagnostics/collections/own-value.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import { withoutOriginMarks } from '../../diagnostics/origin.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { Inline, NoteReference } from '../block.ts';
import { DIALECT_RULES } from './dialect-rules.ts';
import { InlineBuilder } from './inline-builder.ts';
import type { OpenMarks, ReadingContext } from './reading-context.ts';

/** Gives the note that a reference leads to, by its number in the text that is read. */
export type NoteOf = (id: number) => NoteReference;

/** Adds what a token holds to the inlines of its block. */
type TokenRule = (token: Token, builder: InlineBuilder, report: Report, noteOf: NoteOf) => void;

const TOKEN_RULES: Readonly<Record<string, TokenRule>> = {
  text: addText,
  text_special: addText,
  code_inline: ({ content }, builder) => builder.addText(content, true),
  softbreak: (_, builder) => builder.addText(' '),
  hardbreak: (_, builder) => builder.add({ kind: 'break' }),
  strong_open: (_, builder) => builder.open('bold'),
  strong_close: (_, builder) => builder.close('bold'),
  em_open: (_, builder) => builder.open('italic'),
  em_close: (_, builder) => builder.close('italic'),
  s_open: (_, builder) => builder.open('strike'),
  s_close: (_, builder) => builder.close('strike'),
  link_open: (token, builder, report) => builder.openLink(linkTarget(token, builder.at, report)),
  link_close: (_, builder) => builder.closeLink(),
  footnote_ref: ({ meta }, builder, _, noteOf) => builder.add(noteOf((meta as { id: number }).id)),
  html_inline: addHtml,
  image: addPictureInText,
  ...DIALECT_RULES,
};

/**
 * Turns the children of an inline token into inlines, without origin marks.
 * @param at the place of the block, for text that has no origin of its own
 */
export function readInline(
  tokens: readonly Token[],
  at: Place,
  marks: OpenMarks,
  context: ReadingContext,
  noteOf: NoteOf,
): Inline[] {
  const builder = new InlineBuilder(at, marks, context);
  for (const token of tokens) {
    const rule = ownValue(TOKEN_RULES, token.type) ?? addUnsupported;
    rule(token, builder, context.report, noteOf);
  }
  return builder.inlines;
}

function addText({ content }: Token, builder: InlineBuilder, report: Report): void {
  reportMissingNotes(content, builder.at, report);
  builder.addText(content);
}

function addHtml({ content }: Token, builder: InlineBuilder, report: Report): void {
  if (content.startsWith('<!--')) return;
  report.add(
    'raw-html',
    builder.at,
    `“${withoutOriginMarks(content)}” is HTML, so it is printed exactly as written.`,
    'Use Markdown: *emphasis*, **strong**.',
    content,
  );
  builder.addText(content);
}

function addPictureInText(token: Token, builder: InlineBuilder, report: Report): void {
  report.add(
    'picture-in-text',
    builder.at,
    `The picture “${withoutOriginMarks(token.content)}” is inside a line of text, so its description is printed instead.`,
    'Put the picture in a separate paragraph.',
    `](${String(token.attrGet('src') ?? '')}`,
  );
  builder.addText(`[${token.content || 'picture'}]`);
}

function addUnsupported(token: Token, builder: InlineBuilder, report: Report): void {
  report.add(
    'markup-unsupported',
    builder.at,
    `This version cannot print “${token.markup || token.type}”.`,
    'Use *emphasis*, **strong**, `code` or a link.',
  );
  builder.addText(token.content);
}

/** The target of a link: an address, a place in the document, or '' for one that leads nowhere on paper. */
function linkTarget(token: Token, at: Place, report: Report): string {
  const target = String(token.attrGet('href') ?? '');
  if (/^(https?:|mailto:|#.)/i.test(target)) return target;
  report.add(
    'link-dropped',
    at,
    `The link to “${target}” does not work on paper.`,
    'You can link to web addresses (https://…), email addresses and headings in this document (#heading). Other links are printed as text.',
  );
  return '';
}

function reportMissingNotes(text: string, at: Place, report: Report): void {
  for (const [, label] of withoutOriginMarks(text).matchAll(/\[\^([^\]\s]+)\]/g))
    report.add(
      'footnote-missing',
      at,
      `There is no footnote “${label}”, so its marker is printed as written.`,
      `Add it as a separate paragraph in the same text: [^${label}]: What the note says.`,
      `[^${label}]`,
    );
}
