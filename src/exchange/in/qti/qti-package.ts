import { decodeText } from '../../../diagnostics/decode-text.ts';
import { decodedAddress } from '../../../diagnostics/decoded-address.ts';
import { textEncoding } from '../../../diagnostics/text-encoding.ts';
import { unpackArchive } from '../../archives/unpack-archive.ts';
import type { ImportSource } from '../import-source.ts';
import { mendSource } from '../opening/mend-source.ts';
import { readXml } from '../xml/read-xml.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import { childrenOf, descendantsOf } from '../xml/xml-queries.ts';
import { isSectionNamed } from './is-section-named.ts';
import { plainQtiNames } from './plain-qti-names.ts';

/** The files of a package, or a single one. */
interface QtiPackage {
  /** Files of XML in the order in which they are listed. */
  readonly texts: readonly { readonly path: string; readonly text: string }[];
  /** What tests multiply the points of an item by, by the paths of their files. */
  readonly weights: ReadonlyMap<string, number>;
  /** The titles of the sections of a test that an item is in, by the paths of their files. */
  readonly sections: ReadonlyMap<string, readonly string[]>;
  /** Words that were saved in another encoding and have been mended, by the paths of their files. */
  readonly mended: readonly { readonly path: string; readonly text: string }[];
  /** Gives a file that another one names. */
  find(from: string, source: string): { readonly name: string; readonly bytes: Uint8Array } | undefined;
}

/** Opens a package. @returns undefined if it is damaged */
export function qtiPackage(source: ImportSource): QtiPackage | undefined {
  if (source.files.length === 0)
    return {
      texts: [{ path: source.path, text: source.text }],
      weights: new Map(),
      sections: new Map(),
      mended: [],
      find: () => undefined,
    };
  const files = unpackArchive(source.bytes, () => true);
  if (!files) return undefined;
  const mended: { path: string; text: string }[] = [];
  const texts = new Map(
    [...files].flatMap(([name, bytes]): [string, string][] => {
      if (!/\.(xml|qti)$/i.test(name)) return [];
      const encoding = textEncoding(bytes);
      if (encoding === 'pdf' || encoding === 'zip' || encoding === 'ole') return [];
      const { text, mends } = mendSource(decodeText(bytes, encoding).replace(/\r\n?/g, '\n'));
      if (mends.length > 0)
        mended.push({ path: `${source.path}/${name}`, text: mends.map(({ found }) => found).join(', ') });
      return [[name, text]];
    }),
  );
  const refs = refsIn(texts);
  const order = [...new Set([...refs.map(({ name }) => name), ...listedIn(texts), ...texts.keys()])];
  return {
    texts: order
      .filter((name) => texts.has(name) && !isManifest(name))
      .map((name) => ({ path: `${source.path}/${name}`, text: texts.get(name)! })),
    weights: new Map(
      refs.flatMap(({ name, weight }) => (weight ? [[`${source.path}/${name}`, weight]] : [])),
    ),
    sections: new Map(refs.map(({ name, sections }) => [`${source.path}/${name}`, sections])),
    mended,
    find: (from, wanted) => findIn(files, from.slice(source.path.length + 1), wanted),
  };
}

const isManifest = (name: string): boolean => /(^|\/)imsmanifest\.xml$/.test(name);

/** The files that the list of a package names, in order. */
const listedIn = (texts: ReadonlyMap<string, string>): string[] =>
  [...texts].flatMap(([name, text]) => {
    const { root } = isManifest(name) ? readXml(text) : {};
    return (root ? descendantsOf(plainQtiNames(root), 'file') : []).flatMap(({ attributes: { href } }) =>
      href === undefined ? [] : [resolved(folderOf(name), href)],
    );
  });

/** What a test says of an item. */
interface ItemRef {
  readonly name: string;
  /** What the test multiplies its points by; an item with several weights has none that counts. */
  readonly weight: number | undefined;
  readonly sections: readonly string[];
}

/** The items that tests name, in order. */
const refsIn = (texts: ReadonlyMap<string, string>): ItemRef[] =>
  [...texts].flatMap(([name, text]) => {
    const { root } = /<(?:qti-)?assessment-?test[\s>]/i.test(text.slice(0, 5000)) ? readXml(text) : {};
    return root ? refsOf(plainQtiNames(root), folderOf(name), []) : [];
  });

const refsOf = (element: XmlElement, folder: string, sections: readonly string[]): ItemRef[] =>
  childrenOf(element).flatMap((child) => {
    const { title = '', href } = child.attributes;
    if (child.name !== 'assessmentitemref') {
      const isNamed = child.name === 'assessmentsection' && isSectionNamed(title);
      return refsOf(child, folder, isNamed ? [...sections, title] : sections);
    }
    const weights = childrenOf(child, 'weight').map(({ attributes }) => Number(attributes['value']));
    const weight = weights.length === 1 && weights[0]! > 0 ? weights[0] : undefined;
    return href === undefined ? [] : [{ name: resolved(folder, href), weight, sections }];
  });

const folderOf = (name: string): string => name.replace(/[^/]*$/, '');

/** A path as it is from the top of a package. */
function resolved(folder: string, href: string): string {
  const steps: string[] = [];
  for (const step of `${folder}${decodedAddress(href.replace(/[?#].*$/, ''))}`.split('/'))
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  return steps.join('/');
}

/** Finds a file by its path or, as programs write what they put elsewhere in the package, by its name alone. */
function findIn(files: ReadonlyMap<string, Uint8Array>, from: string, wanted: string) {
  const path = resolved(folderOf(from), wanted.replace(/^(?:\$|%24)[\w-]+(?:\$|%24)\/?/, ''));
  const name = path.replace(/^.*\//, '');
  const found = files.has(path)
    ? path
    : ([...files.keys()].find((one) => one.endsWith(`/${path}`)) ??
      [...files.keys()].find((one) => one === name || one.endsWith(`/${name}`)));
  return found === undefined || name === '' ? undefined : { name, bytes: files.get(found)! };
}
