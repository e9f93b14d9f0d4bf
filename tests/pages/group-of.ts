import type { GroupMark, Mark } from '../../src/pages/page.ts';

/** Marks in a group that is where the page is, unless more is said. */
export const groupOf = (marks: readonly Mark[], more: Partial<GroupMark> = {}): Mark => ({
  kind: 'group',
  x: 0,
  y: 0,
  turn: 0,
  scale: 1,
  role: 'x',
  marks,
  ...more,
});
