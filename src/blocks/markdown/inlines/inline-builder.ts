import type { Place } from '../../../diagnostics/diagnostic.ts';
import { readOriginMarks } from '../../../diagnostics/origin.ts';
import type { Inline } from '../../block.ts';
import type { InlinePicture } from '../../picture-content.ts';
import type { TextRun } from '../../text-run.ts';
import type { OpenMarks, ReadingContext } from '../reading-context.ts';

/** How text may look; `code` is in a typewriter face. */
export type InlineStyle =
  | 'bold'
  | 'italic'
  | 'code'
  | 'strike'
  | 'underline'
  | 'highlight'
  | 'key'
  | 'small'
  | 'sub'
  | 'super';

/** Collects the inlines of a block: takes origin marks out of its text, and joins runs that look the same. */
export class InlineBuilder {
  readonly inlines: Inline[] = [];
  /** How often each style is open. */
  private readonly styles = new Map<InlineStyle, number>();
  /** Which of subscript and superscript are open, the innermost last. */
  private readonly scripts: InlineStyle[] = [];
  /** Whether the next text is not joined to what is before it: each key has its own frame. */
  private begins = false;
  private readonly links: string[] = [];
  private readonly languages: (string | undefined)[] = [];

  /** @param at the place of the block, for text that has no origin of its own */
  constructor(
    readonly at: Place,
    private readonly marks: OpenMarks,
    readonly context: ReadingContext,
  ) {}

  open(style: InlineStyle): void {
    this.count(style, 1);
    if (isScript(style)) this.scripts.push(style);
    if (style === 'key') this.begins = true;
  }

  close(style: InlineStyle): void {
    if (!this.styles.has(style)) return;
    this.count(style, -1);
    if (isScript(style)) this.scripts.splice(this.scripts.lastIndexOf(style), 1);
  }

  private count(style: InlineStyle, change: number): void {
    const count = (this.styles.get(style) ?? 0) + change;
    if (count > 0) this.styles.set(style, count);
    else this.styles.delete(style);
  }

  /** @param target an address, a place in the document, or '' for a link that is printed as plain text */
  openLink(target: string): void {
    this.links.push(target);
  }

  closeLink(): void {
    this.links.pop();
  }

  /** @param tag undefined for that of the text around it */
  openLanguage(tag: string | undefined): void {
    this.languages.push(tag ?? this.languages.at(-1));
  }

  closeLanguage(): void {
    this.languages.pop();
  }

  add(inline: Inline): void {
    this.inlines.push(inline);
  }

  /** Adds a picture, linked if it is inside a link. */
  addPicture(picture: InlinePicture): void {
    const link = this.links.at(-1);
    this.add(link ? { ...picture, link } : picture);
  }

  /** Adds text in the styles and the link that are open. */
  addText(text: string, code = false): void {
    const { parts, open } = readOriginMarks(text, this.marks.open);
    this.marks.open = open;
    const look = lookOf(this.styles, this.scripts.at(-1), code);
    const link = this.links.at(-1);
    const lang = this.languages.at(-1);
    for (const part of parts) {
      const origin = part.origin === undefined ? undefined : this.context.origins[part.origin];
      this.addRun({
        kind: 'text',
        text: part.text,
        ...look,
        ...(link && { link }),
        ...(lang !== undefined && { lang }),
        ...(origin && !isSamePlace(origin, this.at) && { at: origin }),
      });
    }
  }

  private addRun(run: TextRun): void {
    const last = this.inlines.at(-1);
    if (last?.kind === 'text' && !this.begins && looksLike(last, run))
      this.inlines[this.inlines.length - 1] = { ...last, text: last.text + run.text };
    else this.inlines.push(run);
    this.begins = false;
  }
}

const isSamePlace = (a: Place, b: Place) => a.file === b.file && a.line === b.line && a.column === b.column;

const isScript = (style: InlineStyle) => style === 'sub' || style === 'super';

/** The fields of a run, in the order of its type, so that equal runs are equal as JSON. */
function lookOf(
  styles: ReadonlyMap<InlineStyle, number>,
  script: InlineStyle | undefined,
  code: boolean,
): Omit<TextRun, 'kind' | 'text'> {
  if (styles.size === 0 && !code) return {};
  const has = (style: InlineStyle) => styles.has(style);
  return {
    ...(has('bold') && { bold: true }),
    ...(has('italic') && { italic: true }),
    ...(has('strike') && { strike: true }),
    ...((code || has('code')) && { code: true }),
    ...(has('underline') && { underline: true }),
    ...(has('highlight') && { highlight: true }),
    ...(has('key') && { key: true }),
    ...(has('small') && { small: true }),
    ...((script === 'sub' || script === 'super') && { script }),
  };
}

const looksLike = (a: TextRun, b: TextRun): boolean =>
  a.bold === b.bold &&
  a.italic === b.italic &&
  a.code === b.code &&
  a.strike === b.strike &&
  a.underline === b.underline &&
  a.highlight === b.highlight &&
  a.key === b.key &&
  a.small === b.small &&
  a.script === b.script &&
  a.link === b.link &&
  a.lang === b.lang &&
  JSON.stringify(a.at) === JSON.stringify(b.at);
