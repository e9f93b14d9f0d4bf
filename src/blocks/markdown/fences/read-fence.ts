import type { Token } from 'markdown-it';
import type { Diagnostic, Place } from '../../../diagnostics/diagnostic.ts';
import { readOriginMarks } from '../../../diagnostics/origin.ts';
import { nearest } from '../../../diagnostics/suggest.ts';
import { wholeFile } from '../../../diagnostics/whole-file.ts';
import type { Block } from '../../block.ts';
import type { ExpandTools, NamedBlock } from '../../named/named-block.ts';
import type { ReadingContext } from '../reading-context.ts';
import type { FenceLines } from './fence-lines.ts';
import { preformatted } from './preformatted.ts';
import { readFields } from './read-fields.ts';

/**
 * A fence: the core blocks of the named block that it holds, or code. Reports names that look misspelt, and fields that are
 * wrong: where a template wrote them, at its line.
 */
export function readFence(
  token: Token,
  at: Place,
  fence: FenceLines,
  { named, origins, dialects }: Pick<ReadingContext, 'named' | 'origins' | 'dialects'>,
  tools: ExpandTools,
): Block[] {
  const { report } = tools;
  const name = token.info.trim();
  const block = named.find((candidate) => candidate.name === name);
  if (!block) {
    const names = named.map((candidate) => candidate.name);
    const near = name === '' ? undefined : nearest(name, names);
    const message = `There is no block called “${name}”.`;
    const meant = named.find((candidate) => candidate.name === near);
    if (meant && (!dialects || beginsWithFieldOf(meant, token.content)))
      report.add('unknown-block', fence.opening ?? at, message, `Did you mean “${near}”?`);
    const title = dialects ? TITLE.exec(name)?.[2] : undefined;
    return [...(title ? [label(title, at)] : []), preformatted(token.content, at)];
  }
  if (fence.opening === undefined) {
    const body = { text: token.content, at: { ...at, line: at.line + 1, column: 1 } };
    const checked = readFields(block, body, report);
    return checked ? block.expand(checked.value, tools) : [];
  }
  const found = report.fork();
  const checked = readFields(block, { text: token.content, at: wholeFile('') }, found);
  const lines = token.content.split('\n');
  for (const finding of found.diagnostics) {
    const written = readOriginMarks(lines[finding.where.line - 1] ?? '').first;
    const author = finding.code === 'field-malformed' && written !== undefined && origins[written];
    report.add(finding.code, author || placeInTemplate(finding, fence, at), finding.message, finding.hint);
  }
  return checked ? block.expand(checked.value, tools) : [];
}

/** The title that websites print above code, ```` ```js title="main.js" ````, or the caption of what R draws with it. */
const TITLE =
  /(?:^|[\s{,])(?:title|file|filename|caption|(?:fig|tbl|tab|lst)[.-]cap)[ \t]*=[ \t]*(["'])(.+?)\1/;

const label = (text: string, at: Place): Block => ({
  kind: 'paragraph',
  at,
  look: 'label',
  text: [{ kind: 'text', text }],
});

/** Whether a text begins with a field of a block: in a file of another program, a fence is likely to be code. */
function beginsWithFieldOf({ fields }: NamedBlock, content: string): boolean {
  const [, name] = /^\s*([\w-]+):(?:\s|$)/.exec(content) ?? [];
  return name !== undefined && 'shape' in fields && Object.hasOwn(fields.shape as object, name);
}

/** The place in a template of something that is wrong with a field: its line, or else the nearest marked one above it. */
function placeInTemplate({ code, where }: Diagnostic, { opening, lines }: FenceLines, at: Place): Place {
  // What is missing is reported where the fields begin, which says less than where the block does.
  if (code === 'field-missing' && where.line === 1) return opening ?? at;
  const own = lines[where.line - 1];
  if (own) return { ...own, column: where.column };
  return lines.slice(0, where.line).findLast((line) => line !== undefined) ?? opening ?? at;
}
