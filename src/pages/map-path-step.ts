import type { PathStep } from './page.ts';

/** Moves every point of a step of a path, handles included, to where a function puts it. */
export function mapPathStep(
  step: PathStep,
  move: (x: number, y: number) => readonly [x: number, y: number],
): PathStep {
  switch (step[0]) {
    case 'Z':
      return step;
    case 'C': {
      const [letter, fromX, fromY, toX, toY, x, y] = step;
      return [letter, ...move(fromX, fromY), ...move(toX, toY), ...move(x, y)];
    }
    case 'M':
    case 'L': {
      const [letter, x, y] = step;
      return [letter, ...move(x, y)];
    }
  }
}
