import { describe, expect, it } from 'vitest';
import type { Laid, StructureNode } from '../../src/pages/laid.ts';
import type { GroupMark, Mark, TextMark } from '../../src/pages/page.ts';
import { layOutText } from '../print-text.ts';

const list = (count: number) =>
  `~~~answer-list\ntitle: Answers\nturned: yes\nentries:\n${Array.from(
    { length: count },
    (_, index) => `  - { label: "${index + 1}", text: "What is right here, answer ${index + 1}" }`,
  ).join('\n')}\n~~~`;

const groupsOf = ({ pages }: Laid): GroupMark[][] =>
  pages.map(({ marks }) => marks.filter((mark: Mark): mark is GroupMark => mark.kind === 'group'));
const textsIn = (group: GroupMark) => group.marks.filter((mark): mark is TextMark => mark.kind === 'text');

describe('answers that are upside down', () => {
  it('stand turned at the foot of the page, within the column', () => {
    const { laid, report } = layOutText(`Question\n\n${list(5)}`);
    expect(report.diagnostics).toEqual([]);
    const [[group]] = groupsOf(laid) as [[GroupMark]];
    expect(group!.turn).toBe(180);
    const { height } = laid.pages[0]!;
    // 18 mm are free below: the first line of the answers, which is read from there, ends at 51 points.
    expect(group!.y).toBeCloseTo(height - 51, 0);
    for (const { x, width } of textsIn(group!)) {
      // A column of 130 mm in the middle of the page: from 113 to 482 points. What is turned goes left from its corner.
      expect(group!.x - x).toBeLessThan(482.2);
      expect(group!.x - x - width).toBeGreaterThan(113);
    }
  });

  it('are at the foot of a page of their own, too', () => {
    const { laid } = layOutText(`~~~answer\nlines: 30\n~~~\n\n${list(8)}`);
    const [first, [group]] = groupsOf(laid) as [GroupMark[], [GroupMark]];
    expect(first).toEqual([]);
    expect(group!.y).toBeCloseTo(laid.pages[1]!.height - 51, 0);
  });

  it('leave no page empty, however many they are', () => {
    for (let count = 36; count < 60; count++) {
      const { laid } = layOutText(`Question\n\n${list(count)}`);
      expect(laid.pages.every(({ marks }) => marks.length > 0)).toBe(true);
    }
  });

  it('are read out in order, after what comes before', () => {
    const { laid } = layOutText(`Question\n\n${list(3)}`);
    const [[group]] = groupsOf(laid) as [[GroupMark]];
    const slots = (node: StructureNode): number[] =>
      node.children.flatMap((child) => ('slot' in child ? [child.slot] : slots(child)));
    const bySlot = new Map(
      [...laid.pages[0]!.marks, ...group!.marks].flatMap((mark) =>
        mark.kind === 'text' && 'slot' in mark.structureRef
          ? [[mark.structureRef.slot, mark.text] as const]
          : [],
      ),
    );
    const read = slots(laid.structure).map((slot) => bySlot.get(slot));
    expect(read).toEqual([
      'Question',
      'Answers',
      '1',
      'What is right here, answer 1',
      '2',
      'What is right here, answer 2',
      '3',
      'What is right here, answer 3',
    ]);
  });

  it('go on over a page where none could hold them, each page turned for itself, and lose none', () => {
    const { laid, report } = layOutText(`Question\n\n${list(120)}`);
    expect(report.diagnostics).toEqual([]);
    const groups = groupsOf(laid).flat();
    expect(groups.length).toBeGreaterThan(1);
    const texts = groups.flatMap(textsIn).map(({ text }) => text);
    for (let number = 1; number <= 120; number++)
      expect(texts).toContain(`What is right here, answer ${number}`);
  });
});

describe('blanks in a table', () => {
  it('leave room for the words behind them', () => {
    const { laid, report } = layOutText(
      '~~~cloze\nlabels: ["1"]\nstem: Complete the table.\npassage: "| A | B |\\n|:--|:--|\\n| They have [[1]] at all. | [[2]] |"\n~~~',
    );
    expect(report.diagnostics).toEqual([]);
    const marks = laid.pages[0]!.marks.filter((mark): mark is TextMark => mark.kind === 'text');
    const after = marks.find(({ text }) => text.includes('at all'))!;
    expect(after.x + after.width).toBeLessThan(482.2);
  });
});
