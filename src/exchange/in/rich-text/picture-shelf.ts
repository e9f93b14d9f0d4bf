import { slug } from '../../../content/entries/entry.ts';
import type { Place } from '../../../diagnostics/diagnostic.ts';
import type { Loss } from '../../losses/loss.ts';
import type { ImportedPicture } from '../imported.ts';
import { fromBase64 } from './from-base64.ts';
import type { RichTextTools } from './text-block.ts';

/** What pictures begin with, and the ending that they then have. */
const SIGNATURES: readonly (readonly [start: string, ending: string])[] = [
  ['\x89PNG\r\n', 'png'],
  ['\xFF\xD8\xFF', 'jpg'],
  ['GIF8', 'gif'],
  ['RIFF', 'webp'],
];

/** A file that came with a source. */
interface FileBeside {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Takes in the pictures of a source. */
export interface PictureShelf {
  readonly pictures: readonly ImportedPicture[];
  /**
   * What a text at a place is read with.
   * @param find gives the file that a text names, if it came along
   */
  tools(at: Place, losses: Loss[], find?: (source: string) => FileBeside | undefined): RichTextTools;
}

/** Makes a shelf for the pictures of one source. Each is kept once. */
export function pictureShelf(): PictureShelf {
  const pictures: ImportedPicture[] = [];
  const put = ({ name, bytes }: FileBeside): { path: string; words: string } | undefined => {
    const ending = endingOf(bytes);
    if (ending === undefined) return undefined;
    const base = name.replace(/^.*[\\/]/, '').replace(/\.[a-z0-9]{1,5}$/i, '');
    const stem = slug(base).slice(0, 40).replace(/-$/, '') || 'picture';
    const words = base.replace(/[-_\s]+/g, ' ').trim() || 'picture';
    for (let number = 1; ; number++) {
      const path = `pictures/${stem}${number === 1 ? '' : `-${number}`}.${ending}`;
      const there = pictures.find((one) => one.path === path);
      if (there && !sameBytes(there.bytes, bytes)) continue;
      if (!there) pictures.push({ path, bytes });
      return { path, words };
    }
  };
  return {
    pictures,
    tools: (at, losses, find = () => undefined) => {
      const lose = (what: string, text: string): Loss => {
        const loss = { what, text, at };
        losses.push(loss);
        return loss;
      };
      return {
        lose,
        picture(source) {
          if (/^https?:\/\/|^\/\//i.test(source)) {
            lose('a picture on the web, which is not fetched', source);
            return undefined;
          }
          const isData = /^data:/i.test(source);
          const file = isData ? inData(source) : find(source);
          const shelved = file && put(file);
          const shown = isData ? '' : source;
          if (!file)
            lose(isData ? 'a picture whose data is damaged' : 'a picture that did not come along', shown);
          else if (!shelved) lose('a picture that is not PNG, JPEG, SVG, WebP or GIF', shown);
          return shelved;
        },
      };
    },
  };
}

function endingOf(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  const known = SIGNATURES.find(([signature]) => start.startsWith(signature));
  if (known) return known[1];
  const text = new TextDecoder().decode(bytes.subarray(0, 1000));
  return /<svg[\s>]/.test(text) ? 'svg' : undefined;
}

function inData(source: string): FileBeside | undefined {
  const [, type = '', , data = ''] = /^data:([\w/+.-]*)(;[^,]*)?,(.*)$/s.exec(source) ?? [];
  if (data === '') return undefined;
  try {
    const isBase64 = /^data:[^,]*;base64,/i.test(source);
    const bytes = isBase64 ? fromBase64(data) : new TextEncoder().encode(decodeURIComponent(data));
    return bytes.length > 0
      ? { name: `picture.${type.split('/')[1]?.replace(/\+.*/, '') ?? ''}`, bytes }
      : undefined;
  } catch {
    return undefined;
  }
}

const sameBytes = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;
