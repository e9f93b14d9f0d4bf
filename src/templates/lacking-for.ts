import { tagsOf } from '../assessment/item-bank/tags-of.ts';
import type { ExamPack } from '../assessment/tasks/exam-pack.ts';
import { ownValue } from '../diagnostics/collections/own-value.ts';
import type { Product } from './product.ts';

/** A product that a pack has too little for. */
export interface LeftOut {
  readonly product: string;
  /** The title of the product in the pack's language. */
  readonly title: string;
  /** What the pack has for it, and what it takes. */
  readonly found: number;
  readonly least: number;
}

/** Says what a pack lacks for a product; undefined if it has enough, or if it has nothing and the product prints nothing. */
export function lackingFor({ name, settings }: Product, pack: ExamPack): LeftOut | undefined {
  const { least, title } = settings;
  if (!least) return undefined;
  const lists: Readonly<Record<string, readonly unknown[]>> = pack.entries;
  const entries = least.kinds.flatMap((kind) => ownValue(lists, kind) ?? []);
  const items = pack.entries.items.filter((item) => tagsOf(item).some((tag) => least.tags.includes(tag)));
  const found = entries.length + items.length;
  return found === 0 || found >= least.count
    ? undefined
    : { product: name, title, found, least: least.count };
}
