import { LOOKS } from '../../blocks/look.ts';
import { smallest } from '../../diagnostics/collections/smallest.ts';
import type { Report } from '../../diagnostics/report.ts';
import type { CheckedYaml } from '../../diagnostics/yaml/checked-yaml.ts';
import { contrastRatio, READABLE_CONTRAST } from '../../pages/contrast.ts';
import { HAIRLINE } from '../../pages/hairlines.ts';
import type { Colour } from '../../pages/page.ts';
import { bindingZone } from './binding-zone.ts';
import { colourOf } from './colour-of.ts';
import type { Style } from './style.ts';

/**
 * Checks that a style’s tokens agree with each other, and that its pages can be read and printed. Reports each one
 * that fails.
 */
export function checkStyle({ value, places }: CheckedYaml<Style>, report: Report): boolean {
  let valid = true;
  const reject = (token: keyof Style, message: string, hint: string) => {
    valid = false;
    report.add('field-malformed', places[token]!, message, hint);
  };
  const smallest = value['smallest-size'];
  for (const look of LOOKS) {
    const token = `${look}-size` as const;
    if (value[token] < smallest)
      reject(
        token,
        `“${token}” is ${value[token]} points, but “smallest-size” is ${smallest}.`,
        `Increase “${token}”, or reduce “smallest-size”.`,
      );
  }
  if (value['rule-width'] < HAIRLINE)
    reject(
      'rule-width',
      `“rule-width” is ${value['rule-width']} points, but printers lose lines thinner than ${HAIRLINE}.`,
      `Write ${HAIRLINE} or more.`,
    );
  const zone = bindingZone(value);
  if (value['margin-inner'] < zone.width)
    reject(
      'margin-inner',
      `“margin-inner” is ${value['margin-inner']} mm, but “${zone.token}” needs ${zone.width} mm there.`,
      'Make the margin wider, or that space narrower.',
    );
  for (const token of ['tint', 'edge', 'quiet'] as const) {
    const problem = contrastProblem(token, value);
    if (problem)
      reject(
        token,
        problem,
        `Use at least ${READABLE_CONTRAST} to 1, so that everyone can read it, even as a photocopy.`,
      );
  }
  return valid;
}

/** Gives a message if black text on a colour, or quiet text on a colour or on paper, has too little contrast. */
function contrastProblem(token: 'tint' | 'edge' | 'quiet', style: Style): string | undefined {
  const text: Colour = token === 'quiet' ? style.quiet : 0;
  const behind =
    token === 'quiet' ? [1, colourOf(style.tint), colourOf(style.edge)] : [colourOf(style[token])];
  const least = smallest(behind.map((colour) => contrastRatio(text, colour)));
  if (least >= READABLE_CONTRAST) return undefined;
  const what = token === 'quiet' ? 'Text in “quiet”' : `Black text on “${token}”`;
  return `${what} has a contrast of ${Math.floor(least * 10) / 10} to 1.`;
}
