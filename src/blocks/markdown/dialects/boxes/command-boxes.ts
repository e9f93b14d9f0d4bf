import type { MarkdownIt, StateBlock } from 'markdown-it';
import { sourceLine } from '../source-line.ts';
import { BOXES, pushDiv } from './fenced-divs.ts';

/**
 * Boxes between commands of website generators: `{% hint style="info" %}` … `{% endhint %}` of GitBook, and
 * `{{< notice tip >}}` … `{{< /notice >}}` of Hugo. Tabs, code with a title and details are among them.
 */
export function commandBoxes(markdown: MarkdownIt): void {
  markdown.block.ruler.before('fence', 'command_box', commandBox, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
}

const NAMES =
  'hint|tabs|tab|code|content-ref|stepper|step|notice|alert|callout|admonition|details|expand|note|tip|info|warning|caution';
const OPENING = new RegExp(
  `^(?:\\{%-?[ \\t]*(${NAMES})\\b([^{}]*?)-?%\\}|\\{\\{([<%])[ \\t]*(${NAMES})\\b([^{}]*?)[>%]\\}\\})[ \\t]*$`,
);
/** Commands around others, or around a title, that do not stand out. */
const PLAIN = /^(?:tabs|stepper|content-ref)$/;

interface Opened {
  readonly name: string;
  /** What follows its name. */
  readonly said: string;
  readonly isShortcode: boolean;
}

function openedBy(line: string): Opened | undefined {
  const [whole, command, said, sign, shortcode, more] = OPENING.exec(line) ?? [];
  if (whole === undefined) return undefined;
  return {
    name: (command ?? shortcode)!,
    said: (said ?? more ?? '').trim(),
    isShortcode: sign !== undefined,
  };
}

function commandBox(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (state.src[state.bMarks[startLine]! + state.tShift[startLine]!] !== '{') return false;
  const opened = openedBy(sourceLine(state, startLine));
  const end = opened && closingLine(state, opened, startLine, endLine);
  if (!opened || end === undefined) return false;
  if (silent) return true;
  pushDiv(state, { ...boxOf(opened), list: undefined }, startLine, end);
  state.line = Math.min(end + 1, endLine);
  return true;
}

const QUOTED = /(?:^|[\s=])["“']([^"”']*)["”']/;

/** The kind of a box and its title; a box without either is only what is in it. */
function boxOf({ name, said }: Opened): { kind: string; title: string | undefined } {
  if (PLAIN.test(name)) return { kind: 'div', title: undefined };
  const named = (field: string) => new RegExp(`\\b${field}=["“']([^"”']*)["”']`).exec(said)?.[1];
  const title =
    named('title') ?? named('heading') ?? (said.includes('=') ? undefined : QUOTED.exec(said)?.[1]);
  const kind = named('style') ?? named('type') ?? /^[\w-]+$/.exec(said.split(/\s/)[0] ?? '')?.[0] ?? name;
  const isNameless = name === 'code' || name === 'tab' || name === 'step';
  return { kind: BOXES.test(kind) ? kind : isNameless ? 'div' : 'note', title: title || undefined };
}

/** The line of the command that closes a box, past those inside it; undefined if none does, or another ends it before. */
function closingLine(
  state: StateBlock,
  { name, isShortcode }: Opened,
  startLine: number,
  endLine: number,
): number | undefined {
  const closing = isShortcode
    ? new RegExp(`^\\{\\{[<%][ \\t]*/[ \\t]*${name}[ \\t]*[>%]\\}\\}[ \\t]*$`)
    : new RegExp(`^\\{%-?[ \\t]*end${name}[ \\t]*-?%\\}[ \\t]*$`);
  let depth = 1;
  let code = '';
  for (let line = startLine + 1; line < endLine; line++) {
    const text = sourceLine(state, line);
    if (text !== '' && state.sCount[line]! < state.blkIndent) return undefined;
    const fence = /^(`{3,}|~{3,})/.exec(text)?.[1];
    if (code !== '') code = fence?.startsWith(code) && text.trim() === fence ? '' : code;
    else if (fence !== undefined) code = fence;
    else if (closing.test(text)) depth--;
    else if (openedBy(text)?.name === name) depth++;
    if (depth === 0) return line;
  }
  return undefined;
}
