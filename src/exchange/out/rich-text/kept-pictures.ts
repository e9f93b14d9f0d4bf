import { embeddedFile, isEmbedded } from '../../../pages/pictures/embedded-file.ts';
import type { PackOut } from '../pack-out.ts';

/** A picture that goes into another format, by a name that is the only one of its kind in the whole file. */
interface KeptPicture {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The pictures that texts of an export show, each once, with names of their own. */
interface KeptPictures {
  /** Gives the name of a picture by the path that a text names it by, and keeps it. @returns undefined if there is no such file */
  nameOf(path: string): string | undefined;
  /** Those kept so far, in the order in which they were met. */
  all(): readonly KeptPicture[];
}

/** Starts a list of pictures. Names are those of files, without anything that addresses and zips have trouble with. */
export function keptPictures({ pictures }: PackOut): KeptPictures {
  const kept = new Map<string, KeptPicture>();
  const names = new Set<string>();
  return {
    nameOf(path) {
      const known = kept.get(path);
      if (known) return known.name;
      const file = isEmbedded(path) ? embeddedFile(path) : pictures.find((one) => samePath(one.path, path));
      if (!file) return undefined;
      const name = freeName(isEmbedded(path) ? embeddedName(path) : path.split('/').at(-1)!, names);
      names.add(name.toLowerCase());
      kept.set(path, { name, bytes: file.bytes });
      return name;
    },
    all: () => [...kept.values()],
  };
}

const samePath = (a: string, b: string): boolean => a.normalize('NFC') === b.normalize('NFC');

const embeddedName = (address: string): string =>
  `picture.${/^data:image\/([a-z]+)/i.exec(address)?.[1]?.toLowerCase() ?? 'png'}`;

function freeName(written: string, taken: ReadonlySet<string>): string {
  const plain = written.normalize('NFKD').replace(/[^A-Za-z0-9._-]+/g, '-');
  const [, stem = plain, extension = ''] = /^(.*?)(\.[A-Za-z]+)?$/.exec(plain) ?? [];
  for (let number = 1; ; number++) {
    const name = `${stem === '' ? 'picture' : stem}${number === 1 ? '' : `-${number}`}${extension}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}
