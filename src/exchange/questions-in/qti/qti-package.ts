import { decodeText } from '../../../diagnostics/decode-text.ts';
import { textEncoding } from '../../../diagnostics/text-encoding.ts';
import type { ImportSource } from '../../import-source.ts';
import { mendSource } from '../../opening/mend-source.ts';
import { unpackArchive } from '../../unpack-archive.ts';
import { readXml } from '../../xml-in/read-xml.ts';
import { descendantsOf } from '../../xml-in/xml-queries.ts';
import { plainQtiNames } from './plain-qti-names.ts';

/** The files of a package, or a single one. */
export interface QtiPackage {
  /** Files of XML in the order in which they are listed. */
  readonly texts: readonly { readonly path: string; readonly text: string }[];
  /** Words that were saved in another encoding and have been mended, by the paths of their files. */
  readonly mended: readonly { readonly path: string; readonly text: string }[];
  /** Gives a file that another one names. */
  find(from: string, source: string): { readonly name: string; readonly bytes: Uint8Array } | undefined;
}

/** Opens a package. @returns undefined if it is damaged */
export function qtiPackage(source: ImportSource): QtiPackage | undefined {
  if (source.files.length === 0)
    return { texts: [{ path: source.path, text: source.text }], mended: [], find: () => undefined };
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
  const tests = [...texts].filter(([, text]) => /<(?:qti-)?assessment-?test[\s>]/i.test(text.slice(0, 5000)));
  const manifests = [...texts.keys()].filter((name) => /(^|\/)imsmanifest\.xml$/.test(name));
  return [
    ...tests.flatMap(([name]) => named(name, 'assessmentitemref')),
    ...manifests.flatMap((name) => named(name, 'file')),
  ];
}

/** A path as it is from the top of a package. */
function resolved(folder: string, href: string): string {
  const steps: string[] = [];
  for (const step of `${folder}${decoded(href.replace(/[?#].*$/, ''))}`.split('/'))
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  return steps.join('/');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
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
