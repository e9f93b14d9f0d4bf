import type { Block } from './block.ts';

/** Gives blocks whose paragraphs are in a language, also those inside others; the same blocks if there is none. */
export function inLanguage<B extends Block>(blocks: readonly B[], lang: string | undefined): B[] {
  return lang === undefined ? [...blocks] : blocks.map((block) => tagged(block, lang));
}

function tagged<B extends Block>(block: B, lang: string): B {
  if (block.kind === 'paragraph') return { ...block, lang };
  return 'blocks' in block ? { ...block, blocks: inLanguage(block.blocks, lang) } : block;
}
