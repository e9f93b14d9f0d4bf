import type { Place } from '../../diagnostics/diagnostic.ts';
import { readOriginMarks } from '../../diagnostics/origin.ts';
import type { Inline, TextRun } from '../block.ts';
import type { OpenMarks, ReadingContext } from './reading-context.ts';

type Style = 'bold' | 'italic' | 'strike';

/** Collects the inlines of a block: takes origin marks out of its text, and joins runs that look the same. */
export class InlineBuilder {
  readonly inlines: Inline[] = [];
  private readonly depth: Record<Style, number> = { bold: 0, italic: 0, strike: 0 };
  private readonly links: string[] = [];

  /** @param at the place of the block, for text that has no origin of its own */
  constructor(
    readonly at: Place,
    private readonly marks: OpenMarks,
    readonly context: ReadingContext,
  ) {}

  open(style: Style): void {
    this.depth[style]++;
  }

  close(style: Style): void {
    this.depth[style]--;
  }

  /** @param target an address, a place in the document, or '' for a link that is printed as plain text */
  openLink(target: string): void {
    this.links.push(target);
  }

  closeLink(): void {
    this.links.pop();
  }

  add(inline: Inline): void {
    this.inlines.push(inline);
  }

  /** Adds text in the styles and the link that are open. */
  addText(text: string, code = false): void {
    const { parts, open } = readOriginMarks(text, this.marks.open);
    this.marks.open = open;
    const { bold, italic, strike } = this.depth;
    const link = this.links.at(-1);
    for (const part of parts) {
      const origin = part.origin === undefined ? undefined : this.context.origins[part.origin];
      this.addRun({
        kind: 'text',
        text: part.text,
        ...(bold > 0 && { bold: true }),
        ...(italic > 0 && { italic: true }),
        ...(strike > 0 && { strike: true }),
        ...(code && { code: true }),
        ...(link && { link }),
        ...(origin && !isSamePlace(origin, this.at) && { at: origin }),
      });
    }
  }

  private addRun(run: TextRun): void {
    const last = this.inlines.at(-1);
    if (last?.kind === 'text' && looksLike(last, run))
      this.inlines[this.inlines.length - 1] = { ...last, text: last.text + run.text };
    else this.inlines.push(run);
  }
}

const isSamePlace = (a: Place, b: Place) => a.file === b.file && a.line === b.line && a.column === b.column;

function looksLike(a: TextRun, b: TextRun): boolean {
  return (
    a.bold === b.bold &&
    a.italic === b.italic &&
    a.strike === b.strike &&
    a.code === b.code &&
    a.link === b.link &&
    JSON.stringify(a.at) === JSON.stringify(b.at)
  );
}
