import { isNode, type ReadContentItem, type ReadNode } from '../reading/read-node.ts';
import type { ReadPdf } from '../reading/read-pdf.ts';
import { allNodes, markedTexts, textsOn } from '../reading/text-of.ts';
import type { Check, Expected, Finding, PreflightFile } from './check.ts';
import { activeContent } from './checks/active-content.ts';
import { backsMatch } from './checks/backs-match.ts';
import { blankPages } from './checks/blank-pages.ts';
import { boxes } from './checks/boxes.ts';
import { colours } from './checks/colours.ts';
import { contrast } from './checks/contrast.ts';
import { figuresDescribed } from './checks/figures-described.ts';
import { fileSound } from './checks/file-sound.ts';
import { fontsEmbedded } from './checks/fonts-embedded.ts';
import { headings } from './checks/headings.ts';
import { imagesSharp } from './checks/images-sharp.ts';
import { lettersVisible } from './checks/letters-visible.ts';
import { lineWeight } from './checks/line-weight.ts';
import { links } from './checks/links.ts';
import { listsNotes } from './checks/lists-notes.ts';
import { metadata } from './checks/metadata.ts';
import { nesting } from './checks/nesting.ts';
import { overlap } from './checks/overlap.ts';
import { pageSize } from './checks/page-size.ts';
import { readingOrder } from './checks/reading-order.ts';
import { realSpaces } from './checks/real-spaces.ts';
import { safeArea } from './checks/safe-area.ts';
import { tables } from './checks/tables.ts';
import { tagged } from './checks/tagged.ts';
import { wordsPresent } from './checks/words-present.ts';

/** Every check of a finished file. A new one is a file in `checks/` and a line here. */
export const CHECKS: readonly Check[] = [
  fileSound,
  activeContent,
  boxes,
  pageSize,
  blankPages,
  safeArea,
  backsMatch,
  fontsEmbedded,
  lettersVisible,
  overlap,
  wordsPresent,
  realSpaces,
  contrast,
  colours,
  lineWeight,
  imagesSharp,
  tagged,
  nesting,
  headings,
  tables,
  listsNotes,
  figuresDescribed,
  readingOrder,
  links,
  metadata,
];

/** How many findings of one check and severity are listed; the rest are only counted. */
const MOST_PER_CHECK = 20;

/** Runs all checks on a finished file. Findings come in the order of the checks, then of the pages. */
export function preflight(pdf: ReadPdf, expected: Expected): Finding[] {
  const file = preflightFile(pdf, expected);
  return CHECKS.flatMap((check) => runCheck(check, file));
}

/** Gives what one check finds. */
export function runCheck(check: Check, file: PreflightFile): Finding[] {
  const findings: Finding[] = [];
  // What is wrong with a whole page is usually wrong with all of them, so it is reported once.
  const alike = new Map<string, { at: number; pages: number }>();
  let more = 0;
  check.run(file, ({ page, box, text }, message, hint, severity = 'error') => {
    const known = page !== undefined && !box ? alike.get(message) : undefined;
    if (known) {
      known.pages++;
      return;
    }
    if (page !== undefined && !box) alike.set(message, { at: findings.length, pages: 0 });
    if (
      findings.length >= MOST_PER_CHECK &&
      findings.filter((one) => one.severity === severity).length >= MOST_PER_CHECK
    ) {
      more++;
      return;
    }
    findings.push({
      check: check.name,
      severity,
      message,
      ...(hint !== undefined && { hint }),
      ...(page !== undefined && { page: page + 1 }),
      ...(box && { box }),
      ...(text?.trim() && { text: text.trim().slice(0, 80) }),
    });
  });
  for (const [message, { at, pages }] of alike)
    if (pages > 0 && findings[at]?.message === message)
      findings[at] = {
        ...findings[at],
        message: `${message} The same problem is on ${pages === 1 ? 'one other page' : `${pages} other pages`}.`,
      };
  if (more > 0)
    findings.push({
      check: check.name,
      severity: findings.some(({ severity }) => severity === 'error') ? 'error' : 'warning',
      message: `Not listed: ${more} more of this kind.`,
      count: more,
    });
  return findings;
}

/** Prepares a file for the checks. */
export function preflightFile(pdf: ReadPdf, expected: Expected): PreflightFile {
  const nodes = allNodes(pdf);
  const parents = new Map(
    nodes.flatMap((node) => node.children.filter(isNode).map((child) => [child, node] as const)),
  );
  const content = contentInOrder(pdf);
  const firstContent = new Map<ReadNode, ReadContentItem>();
  for (const { item, node } of content)
    for (let one: ReadNode | undefined = node; one && !firstContent.has(one); one = parents.get(one))
      firstContent.set(one, item);
  return {
    pdf,
    expected,
    texts: pdf.pages.map((page) => textsOn(page).filter(({ text, hidden }) => text.trim() !== '' && !hidden)),
    marked: markedTexts(pdf),
    nodes,
    parents,
    firstContent,
    content,
  };
}

/** Gives content in reading order: that of a node itself between that of its inner nodes. */
function contentInOrder(pdf: ReadPdf): PreflightFile['content'] {
  const content: PreflightFile['content'][number][] = [];
  const visit = (node: ReadNode) => {
    for (const child of node.children) {
      if (isNode(child)) visit(child);
      else content.push({ item: child, node });
    }
  };
  for (const root of pdf.structure?.roots ?? []) visit(root);
  return content;
}
