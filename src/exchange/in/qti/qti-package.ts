import { decodeText } from '../../../diagnostics/decode-text.ts';
import { decodedAddress } from '../../../diagnostics/decoded-address.ts';
import { textEncoding } from '../../../diagnostics/text-encoding.ts';
import { unpackArchive } from '../../archives/unpack-archive.ts';
import type { ImportSource } from '../import-source.ts';
import { mendSource } from '../opening/mend-source.ts';
import { readXml } from '../xml/read-xml.ts';
import { childrenOf, descendantsOf } from '../xml/xml-queries.ts';
import { plainQtiNames } from './plain-qti-names.ts';

/** The files of a package, or a single one. */
interface QtiPackage {
  /** Files of XML in the order in which they are listed. */
  readonly texts: readonly { readonly path: string; readonly text: string }[];
  /** What tests multiply the points of an item by, by the paths of their files. */
  readonly weights: ReadonlyMap<string, number>;
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
  const order = [...new Set([...listedIn(texts), ...texts.keys()])];
  return {
    texts: order
      .filter((name) => texts.has(name) && !/(^|\/)imsmanifest\.xml$/.test(name))
      .map((name) => ({ path: `${source.path}/${name}`, text: texts.get(name)! })),
    weights: new Map([...weightsIn(texts)].map(([name, weight]) => [`${source.path}/${name}`, weight])),
    mended,
    find: (from, wanted) => findIn(files, from.slice(source.path.length + 1), wanted),
  };
}

/** The files that a test or the list of a package names, in order. */
function listedIn(texts: ReadonlyMap<string, string>): string[] {
  const named = (name: string, element: string) => {
    const { root } = readXml(texts.get(name)!);
    const folder = name.replace(/[^/]*$/, '');
    return root
      ? descendantsOf(plainQtiNames(root), element).flatMap(({ attributes: { href } }) =>
          href === undefined ? [] : [resolved(folder, href)],
        )
      : [];
  };
  const tests = testsIn(texts);
  const manifests = [...texts.keys()].filter((name) => /(^|\/)imsmanifest\.xml$/.test(name));
  return [
    ...tests.flatMap(([name]) => named(name, 'assessmentitemref')),
    ...manifests.flatMap((name) => named(name, 'file')),
  ];
}

const testsIn = (texts: ReadonlyMap<string, string>) =>
  [...texts].filter(([, text]) => /<(?:qti-)?assessment-?test[\s>]/i.test(text.slice(0, 5000)));

/** The weights that tests give items; an item with several has none that counts. */
function weightsIn(texts: ReadonlyMap<string, string>): ReadonlyMap<string, number> {
  return new Map(
    testsIn(texts).flatMap(([name, text]) => {
      const { root } = readXml(text);
      const folder = name.replace(/[^/]*$/, '');
      const refs = root ? descendantsOf(plainQtiNames(root), 'assessmentitemref') : [];
      return refs.flatMap((ref): [string, number][] => {
        const { href } = ref.attributes;
        const [weight = 0, ...more] = childrenOf(ref, 'weight').map(({ attributes }) =>
          Number(attributes['value']),
        );
        return href !== undefined && weight > 0 && more.length === 0
          ? [[resolved(folder, href), weight]]
          : [];
      });
    }),
  );
}

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
  const path = resolved(from.replace(/[^/]*$/, ''), wanted.replace(/^(?:\$|%24)[\w-]+(?:\$|%24)\/?/, ''));
  const name = path.replace(/^.*\//, '');
  const found = files.has(path)
    ? path
    : ([...files.keys()].find((one) => one.endsWith(`/${path}`)) ??
      [...files.keys()].find((one) => one === name || one.endsWith(`/${name}`)));
  return found === undefined || name === '' ? undefined : { name, bytes: files.get(found)! };
}
