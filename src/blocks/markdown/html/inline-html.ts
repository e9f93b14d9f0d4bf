import { append } from '../../../diagnostics/collections/append.ts';
import { withoutOriginMarks } from '../../../diagnostics/origin.ts';
import type { InlineBuilder } from '../inlines/inline-builder.ts';
import type { ReadingContext } from '../reading-context.ts';
import { elementRule, isBlockElement, VOID } from './elements.ts';
import { closeElement, type OpenElement, openElement } from './open-element.ts';
import { readTag } from './read-tag.ts';
import { reportHtml, reportInstruction } from './report-html.ts';

/** Reads the tags in a line of Markdown, in the order in which they come: text between them is not its concern. */
export class InlineHtml {
  private readonly open: OpenElement[] = [];
  /** The element, such as a script, whose content is passed over. */
  private hidden: string | undefined;

  constructor(
    private readonly builder: InlineBuilder,
    private readonly context: ReadingContext,
  ) {}

  /** Whether text is inside an element that is not printed. */
  isHidden(): boolean {
    return this.hidden !== undefined;
  }

  take(content: string): void {
    const tag = readTag(withoutOriginMarks(content));
    if (!tag) {
      reportInstruction(content, this.builder.at, this.context);
      return;
    }
    const { name, closes, attributes } = tag;
    if (this.hidden !== undefined) {
      if (closes && name === this.hidden) this.hidden = undefined;
    } else if (closes) this.close(name);
    else if (elementRule(name)?.sort === 'hidden') {
      reportHtml(name, true, this.builder.at, this.context);
      if (!VOID.has(name)) this.hidden = name;
    } else if (isBlockElement(name)) this.builder.add({ kind: 'break' });
    else {
      const opened = openElement(name, attributes, this.builder, this.context);
      if (!VOID.has(name)) append(this.open, [opened]);
    }
  }

  /** Closes an element, and those inside it that were left open. An end tag of nothing is passed over. */
  private close(name: string): void {
    if (name === 'br') this.builder.add({ kind: 'break' });
    const at = this.open.findLastIndex((one) => one.name === name);
    if (at < 0) return;
    for (const one of this.open.splice(at).reverse()) closeElement(one, this.builder);
  }
}
