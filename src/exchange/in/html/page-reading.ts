import type { Place } from '../../../diagnostics/diagnostic.ts';
import { wholeFile } from '../../../diagnostics/whole-file.ts';
import type { Loss } from '../../losses/loss.ts';
import type { ImportedPicture } from '../imported.ts';
import { attributeOf, type PageElement, type PageNode, wordsIn } from './page-tree.ts';

/** A picture that a page shows. */
export interface HeldPicture {
  /** As in `image/png`. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Pictures that can be printed. */
const PRINTABLE = /^image\/(png|jpeg|jpg|gif|webp)$/;

/** What is found on the way through a page besides its text. */
export class PageReading {
  readonly losses: Loss[] = [];
  readonly pictures: ImportedPicture[] = [];
  private links = 0;
  private firstLink: Place | undefined;

  /**
   * @param stem what pictures are called
   * @param held pictures that are with the page, by the addresses it gives them
   */
  constructor(
    private readonly file: string,
    private readonly stem: string,
    private readonly held: ReadonlyMap<string, HeldPicture> = new Map(),
  ) {}

  placeOf(node: PageNode): Place {
    const found = node.sourceCodeLocation;
    if (found) return { file: this.file, line: found.startLine, column: found.startCol };
    // The library adds elements that a page leaves out; what is in them has a place.
    const inner =
      'childNodes' in node ? node.childNodes.find((child) => child.sourceCodeLocation) : undefined;
    return inner ? this.placeOf(inner) : wholeFile(this.file);
  }

  lose(what: string, node: PageNode): void {
    this.losses.push({ what, text: wordsIn(node, true), at: this.placeOf(node) });
  }

  /** Words stay, but what they lead to does not. */
  countLink(element: PageElement): void {
    if (!/^(https?:|mailto:|\/|\.|[\w%-]+\.)/i.test(attributeOf(element, 'href'))) return;
    this.links++;
    this.firstLink ??= this.placeOf(element);
  }

  /**
   * Keeps a picture that is in the page itself.
   * @param caption what it shows, if it does not say so itself
   * @returns Markdown for it; undefined if it is elsewhere, and lost
   */
  picture(element: PageElement, caption = ''): string | undefined {
    const alt = attributeOf(element, 'alt').replace(/\s+/g, ' ').trim() || caption;
    const source = attributeOf(element, 'src');
    const found = this.held.get(source) ?? writtenPicture(source);
    const type = found && PRINTABLE.exec(found.type)?.[1];
    const at = this.placeOf(element);
    if (!found || type === undefined || found.bytes.length === 0) {
      const isDot = ['width', 'height'].some((name) => ['0', '1'].includes(attributeOf(element, name)));
      const name = source.split(/[?#]/)[0]!.split('/').at(-1)!.slice(0, 60);
      const which = found || /^data:/.test(source) || name === '' ? '' : ` (${name})`;
      const what = found
        ? `a picture of a kind that cannot be printed (${found.type})`
        : `a picture that is not in the file${which}`;
      if (!isDot) this.losses.push({ what, text: alt, at });
      return undefined;
    }
    const path = `pictures/${this.stem}-${this.pictures.length + 1}.${type.replace('jpeg', 'jpg')}`;
    this.pictures.push({ path, bytes: found.bytes });
    if (alt === '')
      this.losses.push({
        what: `what the picture ${path} shows, which the source does not say: write it`,
        text: '',
        at,
      });
    return `![${(alt || path.slice(path.indexOf('/') + 1)).replace(/[\\[\]`*_<>]/g, '\\$&')}](${path})`;
  }

  /** All losses, in the order of the page. */
  allLosses(): Loss[] {
    const links =
      this.links === 0
        ? []
        : [
            {
              what: this.links === 1 ? 'the address of a link' : `the addresses of ${this.links} links`,
              text: '',
              at: this.firstLink!,
            },
          ];
    return [...this.losses, ...links].sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
  }
}

/** A picture that is written into its page, as `data:image/png;base64,…`. */
function writtenPicture(source: string): HeldPicture | undefined {
  const found = /^data:(image\/[\w+-]+);base64,/.exec(source);
  return found
    ? { type: found[1]!, bytes: new Uint8Array(Buffer.from(source.slice(found[0].length), 'base64')) }
    : undefined;
}
