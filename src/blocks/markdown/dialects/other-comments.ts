import type { OtherComments } from '../../../diagnostics/take-out-comments.ts';
import { holdsMarkdown } from './boxes/directives.ts';

/** What only MyST writes: its directives, roles and names of places, or what Jupytext says of a file. */
const MYST =
  /^[\s>]*(?:`{3,}|~{3,}|:{3,})[ \t]*\{(?:code-block|code-cell|toctree|tableofcontents|math|include|glossary|bibliography|eval-rst)\}|^\([\w:.-]+\)=[ \t]*$|\{[a-z][\w:.+-]*\}`[^`\n]+`|^\s+format_name: myst\b/m;

const DIRECTIVE = /^(?:[\s>]|(?:[-*+]|\d{1,9}[.)])\s)*(?:`{3,}|~{3,}|:{3,})[ \t]*(\{[\w-]+\})/gm;

/**
 * The comments of other programs in a text. Lines that begin with a sign of per cent are comments only where something else in
 * the file is MyST’s: elsewhere, “% of all pupils” is text.
 */
export const otherComments = (text: string): OtherComments => ({
  isMarkdown: holdsMarkdown,
  percentLines:
    text.includes('%') &&
    (MYST.test(text) || [...text.matchAll(DIRECTIVE)].some(([, name = '']) => holdsMarkdown(name))),
});
