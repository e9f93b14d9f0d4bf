import type { Token } from 'markdown-it';
import { ownValue } from '../../../diagnostics/collections/own-value.ts';
import type { Place } from '../../../diagnostics/diagnostic.ts';
import { withoutOriginMarks } from '../../../diagnostics/origin.ts';
import type { Report } from '../../../diagnostics/report.ts';
import type { Inline, NoteReference } from '../../block.ts';
import { pictureSize } from '../../picture-size.ts';
import { InlineHtml } from '../html/inline-html.ts';
import { inlinePicture } from '../pictures/inline-picture.ts';
import { readPictureAttributes } from '../pictures/picture-attributes.ts';
import type { OpenMarks, ReadingContext } from '../reading-context.ts';
import { DIALECT_RULES } from './dialect-rules.ts';
import { openLanguage } from './foreign-words.ts';
import { InlineBuilder } from './inline-builder.ts';
import { linkTarget } from './link-target.ts';
import { reportTitle } from './report-title.ts';

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
  link_open: (token, builder, report) => {
    reportTitle('link', withoutOriginMarks(String(token.attrGet('title') ?? '')), builder.at, report);
    builder.openLink(linkTarget(String(token.attrGet('href') ?? ''), builder.at, report));
  },
  link_close: (_, builder) => builder.closeLink(),
  footnote_ref: ({ meta }, builder, _, noteOf) => builder.add(noteOf((meta as { id: number }).id)),
  image: addPicture,
  language_open: ({ meta }, builder) => openLanguage(meta, builder),
  language_close: (_, builder) => builder.closeLanguage(),
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
  if (tokens.some(({ type }) => type === 'image')) readPictureAttributes(tokens);
  let html: InlineHtml | undefined;
  for (const token of tokens) {
    if (token.type === 'html_inline') {
      html ??= new InlineHtml(builder, context);
      html.take(token.content);
    } else if (!html?.isHidden()) addToken(token, builder, context.report, noteOf);
  }
  return builder.inlines;
}

/** Adds what a token holds, apart from HTML. */
export function addToken(token: Token, builder: InlineBuilder, report: Report, noteOf: NoteOf): void {
  const rule = ownValue(TOKEN_RULES, token.type) ?? addUnsupported;
  rule(token, builder, report, noteOf);
}

function addText({ content }: Token, builder: InlineBuilder, report: Report): void {
  reportMissingNotes(content, builder.at, report);
  builder.addText(content);
}

/** A picture: its size is in attributes that stood behind it (`{width=50%}`). */
function addPicture(token: Token, builder: InlineBuilder, report: Report): void {
  const attribute = (name: string) => {
    const value = token.attrGet(name);
    return value === null ? undefined : String(value);
  };
  const picture = inlinePicture(
    {
      address: attribute('src') ?? '',
      // Quarto and sites of lessons keep the description among the attributes.
      alt:
        withoutOriginMarks(token.content || attribute('alt') || attribute('fig-alt') || '').trim() ||
        undefined,
      title: attribute('title'),
      size: pictureSize(attribute('width'), attribute('height')),
    },
    builder.at,
    report,
  );
  builder.addPicture(picture);
  const title = withoutOriginMarks(attribute('title') ?? '').trim();
  const isPrinted = (token.meta as { isTitled?: boolean } | null)?.isTitled === true;
  if (!isPrinted && title !== picture.alt) reportTitle('picture', title, builder.at, report);
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

function reportMissingNotes(text: string, at: Place, report: Report): void {
  for (const [, label] of withoutOriginMarks(text).matchAll(/\[\^([^\]\s]+)\]/g))
    report.add(
      'footnote-missing',
      at,
      `There is no footnote “${label}”, so its marker is printed as written.`,
      `Add it as a separate paragraph in the same text: [^${label}]: What the note says.`,
      `[^${label}]`,
      { kind: 'note', subject: `“${label}”` },
    );
}
