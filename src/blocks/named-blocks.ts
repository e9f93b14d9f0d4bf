import { lead } from './lead.ts';
import { margin } from './margin.ts';
import type { NamedBlock } from './named-block.ts';
import { notes } from './notes.ts';
import { quotation } from './quotation.ts';
import { quoteCard } from './quote-card.ts';

/** Every named block. A new one is a file beside this one and a line here. */
export const NAMED_BLOCKS: readonly NamedBlock[] = [lead, margin, notes, quotation, quoteCard];
