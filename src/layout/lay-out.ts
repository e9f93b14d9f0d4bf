import type { Block } from '../blocks/block.ts';
import { plainText } from '../blocks/plain-text.ts';
import { withMeaningsOnce } from '../blocks/with-meanings-once.ts';
import { createReport, type Report } from '../diagnostics/report.ts';
import type { Laid } from '../pages/laid.ts';
import { type BlockSection, splitAtPageBreaks } from './block-sections.ts';
import { type DocumentContext, documentContext } from './document-context.ts';
import { fitStyles } from './fit-styles.ts';
import { layPass, tryPass } from './lay-pass.ts';
import { layoutContextFor } from './lay-section.ts';
import type { LayoutOptions } from './layout-options.ts';
import { findMentions } from './paging/find-mentions.ts';
import { withRoomForFurniture } from './paging/set-furniture.ts';
import { createSectionMemory, type SectionMemory } from './section-memory.ts';
import { startStructure } from './strips/structure-draft.ts';
import { countHoles } from './whole-pages.ts';
import { withFewerPages } from './with-fewer-pages.ts';
import { withSpreads } from './with-spreads.ts';
import { withoutSpareBreaks } from './without-spare-breaks.ts';

/** The most times a document is laid out because of what an index found in it. */
const MOST_PASSES = 3;

/**
 * Lays blocks out on pages. A document with an index is laid out again until the page numbers in the index agree with its
 * pages, but at most `MOST_PASSES` times.
 * Reports what does not fit, at the place where it was written. The pages are complete even then, so that all problems of
 * a document are reported in one run.
 * @param memory keeps the sections of documents that share most of their blocks; without it, those of this document
 */
export function layOut(
  written: readonly Block[],
  options: LayoutOptions,
  report: Report,
  memory: SectionMemory = createSectionMemory(),
): Laid {
  const blocks = options.setup.marginColumn ? written : withMeaningsOnce(written);
  const broken = splitAtPageBreaks(blocks);
  const document = documentContext(blocks);
  const titles = [...document.anchors.keys()].map((heading) => plainText(heading.text));
  const context = layoutContextFor(
    { ...options, structure: startStructure(), document, firstPage: 0 },
    report,
  );
  const setup = withRoomForFurniture(options.setup, titles, context);
  const fitted = { ...options, setup };
  const styles = setup.fit ? fitStyles(broken, setup.fit, fitted, document, memory, report) : undefined;
  const hasChoice = !styles && Boolean(setup.tighten || setup.wholePages);
  const settle = (given: readonly BlockSection[]) => {
    const plain = given.map((_, index) => ({ style: styles?.[index] ?? options.style, setup }));
    if (!hasChoice && !given.some(({ spread }) => spread)) return { sections: given, whole: plain };
    const { sections, trial } = withSpreads(given, (tried) =>
      tryPass(tried, plain, fitted, document, memory),
    );
    const whole = styles ? plain : withFewerPages(sections, plain, trial, fitted, document, memory);
    return { sections, whole, ...(whole === plain && { trial }) };
  };
  const costOf = (given: readonly BlockSection[]) => {
    const { sections, whole, trial } = settle(given);
    const tried = trial ?? tryPass(sections, whole, fitted, document, memory);
    const holes = tried.sections.map((one, index) => countHoles(one, whole[index]!));
    return { pages: tried.pages, holes: holes.reduce((sum, one) => sum + one, 0) };
  };
  const joined = styles ? broken : withoutSpareBreaks(broken, costOf);
  const { sections, whole } = settle(joined);
  const index = blocks.find((block) => block.kind === 'index');
  if (!index) return layPass(sections, whole, fitted, document, report, memory);

  const cover = options.setup.furniture?.cover ? 1 : 0;
  const mentionsIn = (laid: Laid) => findMentions(laid, index.terms, cover);
  let laid = layPass(sections, whole, fitted, document, createReport(), memory);
  for (let count = 1; count < MOST_PASSES; count++) {
    const mentions = mentionsIn(laid);
    laid = layPass(sections, whole, fitted, { ...document, mentions }, report, memory);
    if (sameMentions(mentions, mentionsIn(laid))) break;
  }
  return laid;
}

const sameMentions = (a: DocumentContext['mentions'], b: DocumentContext['mentions']) =>
  JSON.stringify([...a]) === JSON.stringify([...b]);
