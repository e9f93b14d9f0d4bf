import type { MarkdownIt, StateCore } from 'markdown-it';

/**
 * Pandoc’s numbers that are counted: items that begin with `#.`, and examples, `(@good)`, which count through the file and
 * which the text may refer to.
 */
export function numberedExamples(markdown: MarkdownIt): void {
  markdown.core.ruler.after('normalize', 'numbered_examples', countExamples);
}

const FENCE = /^[\s>]*(`{3,}|~{3,})/;
const EXAMPLE = /^([\s>]*)\(@([\w-]*)\)(?=[ \t])/;
const HASH = /^([\s>]*)#\.(?=[ \t])/;

function countExamples(state: StateCore): void {
  if (!/\(@[\w-]*\)|^[\s>]*#\. /m.test(state.src)) return;
  const numbers = new Map<string, number>();
  let count = 0;
  let fence = '';
  const lines = state.src.split('\n').map((line) => {
    const mark = FENCE.exec(line)?.[1];
    if (fence !== '' || mark !== undefined) {
      if (fence === '') fence = mark!;
      else if (mark?.startsWith(fence)) fence = '';
      return { line, isCode: true };
    }
    const counted = line.replace(EXAMPLE, (_, indent: string, label: string) => {
      count++;
      if (label !== '') numbers.set(label, count);
      return `${indent}(${count})`;
    });
    return { line: counted.replace(HASH, '$11.'), isCode: false };
  });
  state.src = lines
    .map(({ line, isCode }) =>
      isCode
        ? line
        : line.replace(/\(@([\w-]+)\)/g, (whole, label: string) =>
            numbers.has(label) ? `(${numbers.get(label)})` : whole,
          ),
    )
    .join('\n');
}
