import type { SvgElement } from './svg-tree.ts';

/** One part of a selector, such as `rect.leaf`: an element has to have all of it. */
interface Compound {
  readonly name: string | undefined;
  readonly id: string | undefined;
  readonly classes: readonly string[];
}

/** A rule of a style sheet with one selector. */
export interface CssRule {
  /** From the outermost element to the one that it is about, each somewhere inside the one before. */
  readonly path: readonly Compound[];
  readonly declarations: string;
  readonly specificity: number;
}

/** More than any program writes: all of them are compared with every element. */
export const MAX_RULES = 2000;

const RULE = /([^{}]+)\{([^{}]*)\}/g;
/** Rules within rules, which are for screens, fonts and animations. */
const NESTED = /@[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g;
const COMPOUND = /^(\*|[a-z][\w-]*)?((?:[.#][\w-]+)*)$/i;

/**
 * Reads style sheets as drawing programs write them: elements, classes and ids, one inside another. Other selectors match
 * nothing, and nothing is ever imported.
 * @returns undefined if there are more than {@link MAX_RULES}
 */
export function readCssRules(sheet: string): CssRule[] | undefined {
  const plain = sheet
    .replace(/\/\*[\s\S]*?\*\//g, ' ')
    .replace(NESTED, ' ')
    .replace(/@[^;{}]*;/g, ' ');
  const rules: CssRule[] = [];
  for (const [, selectors, declarations] of plain.matchAll(RULE))
    for (const selector of selectors!.split(',')) {
      const path = selector
        .trim()
        .split(/\s*>\s*|\s+/)
        .map(readCompound);
      const known = path.filter((part) => part !== undefined);
      if (known.length !== path.length) continue;
      if (rules.length === MAX_RULES) return undefined;
      rules.push({ path: known, declarations: declarations!, specificity: specificityOf(known) });
    }
  // A stable sort: of rules that are equally specific, the last one counts.
  return rules.sort((a, b) => a.specificity - b.specificity);
}

function readCompound(text: string): Compound | undefined {
  const match = COMPOUND.exec(text);
  if (!match || text === '') return undefined;
  const marks = match[2]!.match(/[.#][\w-]+/g) ?? [];
  const name = match[1];
  return {
    name: name === '*' ? undefined : name,
    id: marks.find((mark) => mark.startsWith('#'))?.slice(1),
    classes: marks.filter((mark) => mark.startsWith('.')).map((mark) => mark.slice(1)),
  };
}

const specificityOf = (path: readonly Compound[]): number =>
  path.reduce(
    (sum, { name, id, classes }) => sum + (id ? 10_000 : 0) + classes.length * 100 + (name ? 1 : 0),
    0,
  );

/** Whether a rule is about an element. @param around the elements around it, the innermost last */
export function appliesTo(rule: CssRule, element: SvgElement, around: readonly SvgElement[]): boolean {
  const { path } = rule;
  if (!isMatch(path.at(-1)!, element)) return false;
  let at = around.length - 1;
  for (const compound of path.slice(0, -1).toReversed()) {
    while (at >= 0 && !isMatch(compound, around[at]!)) at--;
    if (at-- < 0) return false;
  }
  return true;
}

const isMatch = ({ name, id, classes }: Compound, { name: own, attributes }: SvgElement): boolean => {
  if (name !== undefined && name !== own) return false;
  if (id !== undefined && attributes['id'] !== id) return false;
  const has = (attributes['class'] ?? '').split(/\s+/);
  return classes.every((one) => has.includes(one));
};
