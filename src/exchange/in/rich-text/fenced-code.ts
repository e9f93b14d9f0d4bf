import { largest } from '../../../diagnostics/collections/largest.ts';
/** Writes lines of code, as they are, in a fence. */
export function fencedCode(code: string): string {
  const lines = code
    .replace(/\r\n?/g, '\n')
    .replace(/^\n+|\s+$/g, '')
    .split('\n');
  const longest = largest(
    (code.match(/`{3,}/g) ?? []).map(({ length }) => length),
    2,
  );
  const fence = '`'.repeat(longest + 1);
  // A line that begins with ## would begin an entry; the fence takes as much room off its lines as is before itself.
  const indent = lines.some((line) => line.startsWith('##')) ? ' ' : '';
  return [fence, ...lines, fence].map((line) => `${indent}${line}`).join('\n');
}
