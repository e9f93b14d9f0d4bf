import type { Block, Paragraph } from '../block.ts';
import { plainText } from '../plain-text.ts';
import { asksSomething } from './dialects/asks-something.ts';

/** So many blocks in a row stay together at most: where each line is a question, a page has to end somewhere. */
const MOST_IN_A_ROW = 3;
/** The most letters of a bold line that serves as a heading. */
const LONGEST_TITLE = 120;

/**
 * Keeps lines with what they lead to: a line in bold type, one that ends in a colon, a question, and an item of a list before
 * its answer lines.
 */
export function leadIns(blocks: readonly Block[]): Block[] {
  let inARow = 0;
  return blocks.map((one, index) => {
    const block = withLeadInsInside(one);
    const next = blocks[index + 1];
    const leads = next !== undefined && isIntroduced(next) && inARow < MOST_IN_A_ROW;
    if (leads && block.kind === 'paragraph' && isLeadIn(block)) {
      inARow++;
      return { ...block, leads: true };
    }
    inARow = 0;
    return next && isToWriteOn(next) && block.kind === 'list' ? withLastItemLeading(block) : block;
  });
}

function withLeadInsInside(block: Block): Block {
  switch (block.kind) {
    case 'list':
      return { ...block, items: block.items.map(leadIns) };
    case 'box':
    case 'quote':
    case 'group':
      return { ...block, blocks: leadIns(block.blocks) };
    default:
      return block;
  }
}

const isIntroduced = ({ kind }: Block): boolean =>
  kind !== 'heading' &&
  kind !== 'rule' &&
  kind !== 'page-break' &&
  kind !== 'column-break' &&
  kind !== 'contents';

const isToWriteOn = (block: Block): boolean => block.kind === 'paragraph' && block.open === true;

function isLeadIn({ text, open, preformatted, look, verse }: Paragraph): boolean {
  if (open || preformatted || verse || look !== 'body') return false;
  const words = plainText(text).trim();
  const isBold = text.every(
    (inline) => inline.kind === 'text' && (inline.bold === true || inline.text.trim() === ''),
  );
  return (isBold && words !== '' && words.length <= LONGEST_TITLE) || asksSomething(words);
}

/** An item stays with the lines for its answer, which stand below the list. */
function withLastItemLeading(list: Extract<Block, { kind: 'list' }>): Block {
  const last = list.items.at(-1)?.at(-1);
  if (last?.kind !== 'paragraph') return list;
  const item = [...list.items.at(-1)!.slice(0, -1), { ...last, leads: true }];
  return { ...list, items: [...list.items.slice(0, -1), item] };
}
