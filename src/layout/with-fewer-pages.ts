import type { BlockSection } from './block-sections.ts';
import type { DocumentContext } from './document-context.ts';
import { type Trial, tryPass } from './lay-pass.ts';
import type { LayoutOptions } from './layout-options.ts';
import { withSizes } from './lines/type-look.ts';
import type { SectionMemory } from './section-memory.ts';
import type { Style } from './style/style.ts';
import { fitWholePages, type WholeSection } from './whole-pages.ts';

/** The looks that are set smaller to save a page, and the step between the sizes tried, in points. */
const TIGHTENED = ['body', 'lead'];
const STEP = 0.25;

/**
 * Gives how each section is set so that there are fewer pages, or fuller ones, as far as the document allows.
 * @param first what comes of it if each is set as `plain` says
 */
export function withFewerPages(
  sections: readonly BlockSection[],
  plain: readonly WholeSection[],
  first: Trial,
  options: LayoutOptions,
  document: DocumentContext,
  memory: SectionMemory,
): readonly WholeSection[] {
  const { setup } = options;
  const style = setup.tighten ? tightened(sections, first, options, document, memory) : options.style;
  const isTight = style !== options.style;
  const tight = isTight ? sections.map(() => ({ style, setup })) : plain;
  if (!setup.wholePages) return tight;
  const untouched = isTight ? tryPass(sections, tight, options, document, memory).sections : first.sections;
  const fits = sections.map((section, index) =>
    fitWholePages(section, { ...options, style }, document, untouched[index]!, memory),
  );
  return fits.some((one) => one.style !== style || one.setup !== setup) ? fits : tight;
}

/** Gives the style with the largest reading text, within what the document allows, at which it has the fewest pages. */
function tightened(
  sections: readonly BlockSection[],
  first: Trial,
  options: LayoutOptions,
  document: DocumentContext,
  memory: SectionMemory,
): Style {
  const { style, setup } = options;
  const size = style['body-size'];
  const sizes = Array.from(
    { length: Math.floor((setup.tighten ?? 0) / STEP) },
    (_, step) => size - (step + 1) * STEP,
  );
  const styles = sizes
    .filter((one) => one >= style['smallest-size'])
    .map((one) => withSizes(style, TIGHTENED, one / size));
  const pagesIn = (one: Style) => {
    const whole = sections.map(() => ({ style: one, setup }));
    return tryPass(sections, whole, options, document, memory).pages;
  };
  // If the smallest saves no page, none does.
  const tightest = styles.at(-1);
  const fewest = tightest ? pagesIn(tightest) : first.pages;
  if (!tightest || fewest >= first.pages) return style;
  return styles.slice(0, -1).find((one) => pagesIn(one) <= fewest) ?? tightest;
}
