import type { GlyphStep } from './shaped-word.ts';

/** A step of a fontkit outline, in font units; y grows upwards. */
interface Command {
  readonly command: string;
  readonly args: readonly number[];
}

/** Converts an outline to a size of 1 with y downwards. Quadratic curves become cubic. */
export function outlineSteps(commands: readonly Command[], unitsPerEm: number): GlyphStep[] {
  let [penX, penY] = [0, 0];
  return commands.map(({ command, args }): GlyphStep => {
    if (command === 'closePath') return ['Z'];
    const points = args.map((value, index) => (index % 2 === 0 ? value : -value) / unitsPerEm);
    const [fromX, fromY] = [penX, penY];
    [penX, penY] = points.slice(-2) as [number, number];
    if (command === 'moveTo') return ['M', penX, penY];
    if (command === 'lineTo') return ['L', penX, penY];
    const [ax, ay, bx, by] = points as [number, number, number, number];
    if (command === 'bezierCurveTo') return ['C', ax, ay, bx, by, penX, penY];
    const towards = (end: number, handle: number) => end + (2 / 3) * (handle - end);
    return ['C', towards(fromX, ax), towards(fromY, ay), towards(penX, ax), towards(penY, ay), penX, penY];
  });
}
