import type { StateBlock } from 'markdown-it';

/** A line of a block that is being read, without its indent; empty beyond the end. */
export function sourceLine(state: StateBlock, line: number): string {
  if (line >= state.lineMax) return '';
  return state.src.slice(state.bMarks[line]! + state.tShift[line]!, state.eMarks[line]!);
}
