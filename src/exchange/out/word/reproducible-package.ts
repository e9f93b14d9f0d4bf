import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** The earliest time that a zip can say, so that its bytes do not depend on when it was made. */
const TIME = new Date(1980, 0, 1);

/** Ids of relationships that the library draws by lot, and the times that it takes from the clock. */
const DRAWN = /rId[a-z0-9_-]{21}/g;
/** Numbers that the library counts for all documents that it writes. */
const COUNTED = [/(<w:bookmark(?:Start|End)\b[^>]*?w:id=")(\d+)(")/g, /(<wp:docPr\b[^>]*? id=")(\d+)(")/g];
const CLOCK = /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g;

/**
 * Packs a Word file again, so that the same document always has the same bytes: its ids are numbered in order, its dates are
 * the document’s, and its files have no time.
 */
export function reproduciblePackage(
  bytes: Uint8Array,
  date: Date,
  { mirrored }: { readonly mirrored: boolean },
): Uint8Array {
  const files = new Map(Object.entries(unzipSync(bytes)));
  const ids = new Map<string, string>();
  const settled = new Map<string, Zippable[string]>();
  const names = [...files.keys()].sort();
  // Where an id is first used decides its number, so the document comes first.
  const order = [...names].sort((a, b) => Number(b === DOCUMENT) - Number(a === DOCUMENT));
  const texts = new Map(
    order.flatMap((name) =>
      /\.(?:xml|rels)$/.test(name)
        ? [[name, settledText(name, strFromU8(files.get(name)!), ids, date, mirrored)]]
        : [],
    ),
  );
  // Readers look for the list of types first.
  for (const name of [TYPES, ...names.filter((one) => one !== TYPES)]) {
    const text = texts.get(name);
    settled.set(name, [text === undefined ? files.get(name)! : strToU8(text), { mtime: TIME, level: 6 }]);
  }
  return zipSync(Object.fromEntries(settled));
}

const DOCUMENT = 'word/document.xml';
const TYPES = '[Content_Types].xml';

function settledText(
  name: string,
  text: string,
  ids: Map<string, string>,
  date: Date,
  mirrored: boolean,
): string {
  const named = text.replace(DRAWN, (drawn) => {
    const known = ids.get(drawn) ?? `rIdx${ids.size + 1}`;
    ids.set(drawn, known);
    return known;
  });
  const numbered = COUNTED.reduce(countedAnew, named);
  if (name === 'docProps/core.xml') return numbered.replace(CLOCK, `$1${date.toISOString()}$2`);
  if (name.endsWith('.rels')) return inOrder(numbered);
  if (name === 'word/settings.xml' && mirrored && !numbered.includes('<w:mirrorMargins'))
    return numbered.replace(/(<w:settings[^>]*>)/, '$1<w:mirrorMargins/>');
  return numbered;
}

/** Puts relationships in order of their ids. */
const inOrder = (text: string): string => {
  const all = text.match(/<Relationship [^>]*\/>/g) ?? [];
  return all.length === 0
    ? text
    : text.replace(
        /<Relationship [^>]*\/>[\s\S]*<Relationship [^>]*\/>|<Relationship [^>]*\/>/,
        [...all].sort().join(''),
      );
};

/** Counts numbers from 1, in the order in which they come. */
function countedAnew(text: string, pattern: RegExp): string {
  const numbers = new Map<string, number>();
  return text.replace(pattern, (_, before: string, id: string, after: string) => {
    const number = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, number);
    return `${before}${number}${after}`;
  });
}
