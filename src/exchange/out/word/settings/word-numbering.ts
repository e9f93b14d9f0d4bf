import type { INumberingOptions, LevelFormat } from 'docx';
import { type LabelPattern, labelPattern } from './label-pattern.ts';
import { twips } from './twips.ts';

/** What a paragraph of a list refers to: a numbering, and one run of it. */
export interface NumberedWith {
  readonly reference: string;
  readonly level: number;
  readonly instance: number;
}

/** How the labels of a list look, and where they are. Measurements are in points. */
export interface LabelLook {
  /** How many lists it is in: Word tells by it what is part of what. */
  readonly depth: number;
  readonly indent: number;
  readonly hanging: number;
  readonly bold: boolean;
  readonly drawn?: 'tick-box' | 'blank' | 'frame' | undefined;
  /** The size of the text, for boxes to tick, which are larger. */
  readonly size: number;
}

/** The real lists of a Word document: bullets, numbers and letters that count on when an item is added. */
export interface WordNumbering {
  bullets(look: LabelLook): () => NumberedWith;
  /**
   * Gives the numbering of labels that count up.
   * @param continues whether it may count on from an earlier list, as questions do
   * @returns undefined for labels that do not
   */
  counted(labels: readonly string[], look: LabelLook, continues: boolean): (() => NumberedWith) | undefined;
  all(): INumberingOptions;
}

type Format = (typeof LevelFormat)[keyof typeof LevelFormat];

/** Starts the list of the ways in which a document counts its lists. */
export function createWordNumbering(): WordNumbering {
  const definitions = new Map<string, INumberingOptions['config'][number]>();
  const last = new Map<string, { readonly value: number; readonly used: NumberedWith }>();
  let instances = 0;
  const define = (key: string, format: Format, text: string, start: number, look: LabelLook): string => {
    const known = definitions.get(key);
    if (known) return known.reference;
    const reference = `list-${definitions.size + 1}`;
    definitions.set(key, { reference, levels: levelsOf(format, text, start, look) });
    return reference;
  };
  return {
    bullets(look) {
      const reference = define(`bullet ${keyOf(look)}`, 'bullet', '•', 1, look);
      const used = { reference, level: look.depth, instance: ++instances };
      return () => used;
    },
    counted(labels, look, continues) {
      const pattern = labelPattern(labels);
      if (!pattern) return undefined;
      const kind = `${pattern.format} ${pattern.before}|${pattern.after} ${keyOf(look)}`;
      const before = continues ? last.get(kind) : undefined;
      const isNext = before?.value === pattern.first - 1;
      const used = isNext
        ? before!.used
        : {
            reference: define(
              `${kind} ${pattern.first}`,
              pattern.format,
              textOf(pattern, look),
              pattern.first,
              look,
            ),
            level: look.depth,
            instance: ++instances,
          };
      if (continues) last.set(kind, { value: pattern.first + labels.length - 1, used });
      return () => used;
    },
    all: () => ({ config: [...definitions.values()] }),
  };
}

const keyOf = ({ depth, indent, hanging, bold, drawn, size }: LabelLook): string =>
  [depth, indent, hanging, bold, drawn, size].join(' ');

/** What is printed of a label; Word puts the number of a level in place of `%1`, `%2` and so on. */
function textOf({ before, after }: LabelPattern, { drawn, depth }: LabelLook): string {
  const label = `${before}%${depth + 1}${after}`;
  if (drawn === 'tick-box') return `${label}\u00A0\u00A0☐`;
  return drawn === 'blank' ? `${label}\u00A0____` : label;
}

/** How much larger than text a box to tick is. */
const BOX = 1.2;

/** The level that is used, those around it, and those that Word goes to when an item is moved to the right. */
function levelsOf(format: Format, text: string, start: number, look: LabelLook) {
  const { depth, indent, hanging, bold, drawn, size } = look;
  const run = {
    ...(format === 'bullet' ? { font: 'Calibri' } : {}),
    ...(bold && { bold }),
    ...(drawn === 'tick-box' && { size: Math.round(size * BOX * 2) }),
    ...(drawn === 'frame' && { border: { style: 'single' as const, size: 4, space: 2, color: '808080' } }),
  };
  const isBullet = format === 'bullet';
  const own = { format, text, start };
  const deeper = [
    {
      format: isBullet ? format : ('lowerLetter' as const),
      text: isBullet ? '–' : `%${depth + 2}.`,
      start: 1,
    },
    {
      format: isBullet ? format : ('lowerRoman' as const),
      text: isBullet ? '•' : `%${depth + 3}.`,
      start: 1,
    },
  ];
  return [...Array.from({ length: depth + 1 }, () => own), ...deeper].map((one, level) => ({
    level,
    ...one,
    alignment: 'left' as const,
    style: {
      run: level <= depth ? run : { bold },
      paragraph: {
        indent: {
          left: twips(indent + hanging * (Math.max(0, level - depth) + 1)),
          hanging: twips(hanging),
        },
      },
    },
  }));
}
