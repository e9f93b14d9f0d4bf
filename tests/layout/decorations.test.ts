import { describe, expect, it } from 'vitest';
import type { Mark, ShapeMark, TextMark } from '../../src/pages/page.ts';
import { layOutText } from '../print-text.ts';

const marksOf = (text: string): readonly Mark[] => layOutText(text).laid.pages.flatMap((page) => page.marks);
const textsIn = (marks: readonly Mark[]) => marks.filter((mark): mark is TextMark => mark.kind === 'text');
const shapesIn = (marks: readonly Mark[]) => marks.filter((mark): mark is ShapeMark => mark.kind === 'shape');
const textMark = (marks: readonly Mark[], text: string) =>
  textsIn(marks).find((mark) => mark.text.trim() === text)!;

/** The rectangle of a shape, or that around its line. */
const boxOf = ({ outline }: ShapeMark) => {
  if ('box' in outline) return outline.box;
  const points = outline.path.flatMap((step) => (step[0] === 'M' || step[0] === 'L' ? [step] : []));
  const [x, right] = [Math.min(...points.map((p) => p[1])), Math.max(...points.map((p) => p[1]))];
  return { x, y: points[0]![2], width: right - x, height: 0 };
};

describe('text beside the line', () => {
  const marks = marksOf('H<sub>2</sub>O and 10<sup>2</sup> and <small>less</small>.');
  const line = textMark(marks, 'H');

  it('is smaller, below or above', () => {
    const [below, above] = textsIn(marks).filter((mark) => mark.text.trim() === '2');
    expect(below!.y).toBeGreaterThan(line.y);
    expect(above!.y).toBeLessThan(line.y);
    expect(below!.size).toBeLessThan(line.size);
    expect(below!.size).toBe(above!.size);
  });

  it('is smaller on the line if it is only small', () => {
    const less = textMark(marks, 'less');
    expect(less.y).toBe(line.y);
    expect(less.size).toBeLessThan(line.size);
  });

  it('keeps words whole: no line ends between H and 2', () => {
    const many = marksOf(`${'H<sub>2</sub>O '.repeat(80)}`);
    const numbers = textsIn(many).filter((mark) => mark.text.trim() === '2');
    expect(numbers).toHaveLength(80);
    for (const number of numbers) {
      const before = textsIn(many).filter((mark) => Math.abs(mark.x + mark.width - number.x) < 0.1);
      expect(before.some((mark) => mark.text.endsWith('H') && number.y - mark.y < mark.size)).toBe(true);
    }
  });
});

describe('a decoration', () => {
  it('of underlined words is a rule of their width, below them', () => {
    const marks = marksOf('The <u>verb</u> is here.');
    const word = textMark(marks, 'verb');
    const [rule] = shapesIn(marks).map(boxOf);
    expect(rule!.y).toBeGreaterThan(word.y);
    expect(rule!.x).toBeCloseTo(word.x, 1);
    expect(rule!.width).toBeCloseTo(word.width, 1);
  });

  it('of marked words is behind them, and painted before them', () => {
    const marks = marksOf('Two <mark>marked words</mark> here.');
    const behind = marks.findIndex((mark) => mark.kind === 'shape');
    const word = marks.findIndex((mark) => mark.kind === 'text' && mark.text.includes('marked'));
    expect(behind).toBeLessThan(word);
    const box = boxOf(marks[behind] as ShapeMark);
    const text = marks[word] as TextMark;
    expect(box.x).toBeLessThanOrEqual(text.x + 0.01);
    expect(box.x + box.width).toBeGreaterThanOrEqual(text.x + text.width - 0.01);
  });

  it('of a key is a frame with room inside; two keys have two', () => {
    const marks = marksOf('Press <kbd>Ctrl</kbd><kbd>C</kbd> now.');
    const frames = shapesIn(marks).map(boxOf);
    expect(frames).toHaveLength(2);
    const key = textMark(marks, 'Ctrl');
    expect(frames[0]!.x).toBeLessThan(key.x);
    expect(frames[0]!.x + frames[0]!.width).toBeGreaterThan(key.x + key.width);
    expect(frames[1]!.x).toBeGreaterThanOrEqual(frames[0]!.x + frames[0]!.width - 0.01);
  });
});
