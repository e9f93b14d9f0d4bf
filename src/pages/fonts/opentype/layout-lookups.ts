import { type Sfnt, startOf, tagAt } from './sfnt.ts';

/** A lookup of `GSUB` or `GPOS`. */
export interface Lookup {
  readonly type: number;
  readonly flags: number;
  /** Where its subtables begin. */
  readonly subtables: readonly number[];
}

/** The lookup types that only point to another, since it lies too far away. */
const EXTENSION = { GSUB: 7, GPOS: 9 } as const;

/** The scripts that rules are taken from if a font has none of their own for a script. */
const DEFAULT_SCRIPTS: readonly string[] = ['DFLT', 'dflt', 'latn'];

/**
 * Lists the lookups that a script’s default language has for some features, in the order in which they apply.
 * @param script an OpenType script tag
 */
export function lookupsFor(
  font: Sfnt,
  tag: 'GSUB' | 'GPOS',
  script: string,
  features: ReadonlySet<string>,
): readonly Lookup[] {
  const { view } = font;
  const table = startOf(font, tag);
  const language = table && languageSystem(view, table, script);
  if (!language) return [];
  const featureList = table + view.getUint16(table + 6);
  const chosen = new Set<number>();
  for (let index = 0, count = view.getUint16(language + 4); index < count; index++) {
    const record = featureList + 2 + view.getUint16(language + 6 + index * 2) * 6;
    if (!features.has(tagAt(view, record))) continue;
    const feature = featureList + view.getUint16(record + 4);
    for (let at = 0, lookups = view.getUint16(feature + 2); at < lookups; at++)
      chosen.add(view.getUint16(feature + 4 + at * 2));
  }
  const list = table + view.getUint16(table + 8);
  return [...chosen]
    .sort((a, b) => a - b)
    .map((index) => readLookup(view, list + view.getUint16(list + 2 + index * 2), EXTENSION[tag]));
}

/** The default language of a script, or of the first default script; 0 if there is none. */
function languageSystem(view: DataView, table: number, script: string): number {
  const list = table + view.getUint16(table + 4);
  const count = view.getUint16(list);
  for (const wanted of [script, ...DEFAULT_SCRIPTS])
    for (let index = 0; index < count; index++) {
      const record = list + 2 + index * 6;
      if (tagAt(view, record) !== wanted) continue;
      const found = list + view.getUint16(record + 4);
      const language = view.getUint16(found);
      return language && found + language;
    }
  return 0;
}

function readLookup(view: DataView, lookup: number, extension: number): Lookup {
  const type = view.getUint16(lookup);
  const subtables = Array.from(
    { length: view.getUint16(lookup + 4) },
    (_, index) => lookup + view.getUint16(lookup + 6 + index * 2),
  );
  const flags = view.getUint16(lookup + 2);
  if (type !== extension || subtables.length === 0) return { type, flags, subtables };
  return {
    type: view.getUint16(subtables[0]! + 2),
    flags,
    subtables: subtables.map((subtable) => subtable + view.getUint32(subtable + 4)),
  };
}
