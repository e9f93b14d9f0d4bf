import { unclosedBlock } from './unclosed-block.ts';

/** A fault in a template's braces, and its place. Line and column count from 1. */
interface SyntaxFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly hint?: string;
}

/** Turns the error that Handlebars threw while parsing a template into plain words. */
export function explainSyntax(template: string, error: unknown): SyntaxFault {
  const thrown = error instanceof Error ? error.message : String(error);
  const unmatched = /^(\S+) doesn't match (\S+) - (\d+):(\d+)/.exec(thrown);
  if (unmatched) {
    const line = Number(unmatched[3]);
    // Handlebars gives the place of the name, but the block begins at the braces before it.
    const braces = template.split('\n')[line - 1]!.lastIndexOf('{{', Number(unmatched[4]));
    return {
      line,
      column: braces + 1,
      message: `{{#${unmatched[1]}}} starts here, but {{/${unmatched[2]}}} comes before its end`,
      hint: `Write {{/${unmatched[1]}}} where it ends.`,
    };
  }
  const [, expected = '', got = ''] = /Expecting (.*?), got '(\w+)'/.exec(thrown) ?? [];
  const block = got === 'EOF' && expected.includes('OPEN_ENDBLOCK') ? unclosedBlock(template) : undefined;
  if (block)
    return {
      line: block.line,
      column: block.column,
      message: `{{#${block.name}}} starts here but is never closed`,
      hint: `Write {{/${block.name}}} where it ends.`,
    };
  if (got === 'EOF') {
    const above = template.slice(0, Math.max(0, template.lastIndexOf('{{'))).split('\n');
    return {
      line: above.length,
      column: above.at(-1)!.length + 1,
      message: 'the braces that open here are never closed',
    };
  }
  const line = Number((/line (\d+)/.exec(thrown) ?? / - (\d+):\d+$/.exec(thrown))?.[1] ?? 1);
  // Handlebars draws an arrow under a line that it may have cut short, so only an arrow near the beginning is right.
  const arrow = /^(-*)\^/m.exec(thrown)?.[1]?.length ?? 0;
  const column = Math.max(1, arrow > 20 ? 1 : arrow);
  if (got === 'OPEN_ENDBLOCK')
    return { line, column, message: 'this closes a block that is not open', hint: 'Delete it.' };
  const last = thrown
    .split('\n')
    .at(-1)!
    .replace(/ - \d+:\d+$/, '');
  const message = expected
    ? `the braces do not match here (${got.toLowerCase().replaceAll('_', ' ')})`
    : last;
  return { line, column, message };
}
