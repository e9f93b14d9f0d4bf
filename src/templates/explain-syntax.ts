import { unclosedBlock } from './unclosed-block.ts';

/** What is wrong with a template's braces, and where; line and column count from 1. */
export interface SyntaxFault {
  readonly line: number;
  readonly column: number;
  readonly told: string;
  readonly hint?: string;
}

/** Says in plain words what Handlebars found when it parsed a template. */
export function explainSyntax(template: string, error: unknown): SyntaxFault {
  const message = error instanceof Error ? error.message : String(error);
  const unmatched = /^(\S+) doesn't match (\S+) - (\d+):(\d+)/.exec(message);
  if (unmatched) {
    const line = Number(unmatched[3]);
    // Handlebars gives the place of the name; the block begins with the braces before it.
    const braces = template.split('\n')[line - 1]!.lastIndexOf('{{', Number(unmatched[4]));
    return {
      line,
      column: braces + 1,
      told: `{{#${unmatched[1]}}} is opened here, and {{/${unmatched[2]}}} comes before its end`,
      hint: `Write {{/${unmatched[1]}}} where it ends.`,
    };
  }
  const [, expected = '', got = ''] = /Expecting (.*?), got '(\w+)'/.exec(message) ?? [];
  const block = got === 'EOF' && expected.includes('OPEN_ENDBLOCK') ? unclosedBlock(template) : undefined;
  if (block)
    return {
      line: block.line,
      column: block.column,
      told: `{{#${block.name}}} is opened here and never closed`,
      hint: `Write {{/${block.name}}} where it ends.`,
    };
  if (got === 'EOF') {
    const above = template.slice(0, Math.max(0, template.lastIndexOf('{{'))).split('\n');
    return {
      line: above.length,
      column: above.at(-1)!.length + 1,
      told: 'the braces that open here are never closed',
    };
  }
  const line = Number((/line (\d+)/.exec(message) ?? / - (\d+):\d+$/.exec(message))?.[1] ?? 1);
  // The drawn arrow counts from where the parser cut the line off, so it is only right near its beginning.
  const arrow = /^(-*)\^/m.exec(message)?.[1]?.length ?? 0;
  const column = Math.max(1, arrow > 20 ? 1 : arrow);
  if (got === 'OPEN_ENDBLOCK')
    return { line, column, told: 'this closes a block that is not open', hint: 'Delete it.' };
  const last = message
    .split('\n')
    .at(-1)!
    .replace(/ - \d+:\d+$/, '');
  const told = expected ? `the braces do not match here (${got.toLowerCase().replaceAll('_', ' ')})` : last;
  return { line, column, told };
}
