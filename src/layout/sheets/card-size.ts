import { ownValue } from '../../diagnostics/collections/own-value.ts';
import { mm } from '../../pages/length.ts';

/** Named card sizes, in millimetres: those that sleeves, boxes and dividers are sold for. */
export const CARD_SIZES: Readonly<Record<string, string>> = {
  a6: '105x148',
  a7: '74x105',
  a8: '52x74',
  bank: '85x54',
  bookmark: '50x180',
  business: '85x55',
  index: '127x76',
  playing: '63x88',
};

/** Gives a card’s size in points, from its name or from `width x height` in millimetres; undefined if it is neither. */
export function cardSize(written: string): { width: number; height: number } | undefined {
  const match = /^(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?)$/.exec(ownValue(CARD_SIZES, written) ?? written);
  return match ? { width: mm(Number(match[1])), height: mm(Number(match[2])) } : undefined;
}
