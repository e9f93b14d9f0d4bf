import type { Token } from 'markdown-it';
import { withoutOriginMarks } from '../../../diagnostics/origin.ts';
import type { Report } from '../../../diagnostics/report.ts';
import { reportCommand, reportMathematics, reportOnce } from '../report-once.ts';
import type { InlineBuilder } from './inline-builder.ts';
import { WIKI } from './resolve-wikilinks.ts';

type DialectRule = (token: Token, builder: InlineBuilder, report: Report) => void;

/** What the tokens of other programs’ Markdown add to a text. */
export const DIALECT_RULES: Readonly<Record<string, DialectRule>> = {
  wiki_open: ({ meta }, builder) => builder.openLink(WIKI + (meta as { target: string }).target),
  wiki_close: (_, builder) => builder.closeLink(),
  abbr_open: () => undefined,
  abbr_close: addExpansion,
  mark_open: (_, builder) => builder.open('highlight'),
  mark_close: (_, builder) => builder.close('highlight'),
  underline_open: (_, builder) => builder.open('underline'),
  underline_close: (_, builder) => builder.close('underline'),
  sub_open: (_, builder) => builder.open('sub'),
  sub_close: (_, builder) => builder.close('sub'),
  sup_open: (_, builder) => builder.open('super'),
  sup_close: (_, builder) => builder.close('super'),
  inline_id: ({ meta }, { context }) => void context.ids.ofHeading.push((meta as { id: string }).id),
  typed_formula: addFormula,
  embed: addEmbed,
  site_command: addCommand,
};

function addFormula({ content }: Token, builder: InlineBuilder): void {
  reportMathematics(builder.at, builder.context, content);
  builder.addText(content);
}

function addCommand({ content }: Token, builder: InlineBuilder): void {
  reportCommand(builder.at, builder.context, content);
  builder.addText(content);
}

function addEmbed({ content, meta }: Token, builder: InlineBuilder): void {
  const { target } = meta as { target: string };
  reportOnce(
    'embed',
    'markup-unsupported',
    builder.at,
    `“${target}” is embedded from another file, so only its name is printed.`,
    'Copy what it says into this file. Pictures can be embedded: ![[picture.png]].',
    builder.context,
    `![[${target}`,
  );
  builder.addText(content);
}

/** The first time that an abbreviation is used, a note says what it stands for. */
function addExpansion({ meta }: Token, builder: InlineBuilder): void {
  const { short, long } = meta as { short: string; long: string };
  const { told, notes } = builder.context;
  if (told.has(`abbreviation ${short}`)) return;
  told.add(`abbreviation ${short}`);
  const number = ++notes.count;
  const text = [{ kind: 'text', text: withoutOriginMarks(long) } as const];
  builder.add({
    kind: 'note',
    number,
    label: String(number),
    blocks: [{ kind: 'paragraph', at: builder.at, look: 'body', text }],
  });
}
