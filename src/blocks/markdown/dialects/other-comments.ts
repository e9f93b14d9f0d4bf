import type { OtherComments } from '../../../diagnostics/take-out-comments.ts';
import { holdsMarkdown } from './boxes/directives.ts';

/** What only MyST writes: its directives, roles and names of places, or what Jupytext says of a file. */
const MYST =
  /^[\s>]*(?:`{3,}|~{3,}|:{3,})[ \t]*\{(?:code-block|code-cell|toctree|tableofcontents|math|include|glossary|bibliography|eval-rst)\}|^\([\w:.-]+\)=[ \t]*$|\{[a-z][\w:.+-]*\}`[^`\n]+`|^\s+format_name: myst\b/m;

const DIRECTIVE = /^(?:[\s>]|(?:[-*+]|\d{1,9}[.)])\s)*(?:`{3,}|~{3,}|:{3,})[ \t]*(\{[\w-]+\})/gm;

/**
 * Whether something in a text is MyST’s. Only there are lines that begin with a sign of per cent comments: elsewhere, “% of all
 * pupils” is text.
 */
export const isMyst = (text: string): boolean =>
  text.includes('%') &&
  (MYST.test(text) || [...text.matchAll(DIRECTIVE)].some(([, name = '']) => holdsMarkdown(name)));

/** What only slides for remark have: notes for the presenter, or the class of a slide below the rule above it. */
const REMARK = /^\?{3}[ \t]*$|^---[ \t]*\n(?:class|layout|name|template|count):/m;

/** Lines of other programs that nobody sees there: comments of MyST, the steps of slides, and what Logseq knows of a block. */
const LINES = {
  myst: '%(?!%).*',
  remark: '--[ \\t]*',
  logseq: '(?:collapsed:: (?:true|false)|id:: [\\da-f]{8}-[\\da-f-]{27}|logseq\\.[\\w.-]+:: .*)[ \\t]*',
};

/** The comments of other programs in a text, and the lines of theirs that nobody sees. */
export function otherComments(text: string): OtherComments {
  const lines = [
    ...(isMyst(text) ? [LINES.myst] : []),
    ...(REMARK.test(text) ? [LINES.remark] : []),
    ...(text.includes(':: ') ? [LINES.logseq] : []),
  ];
  return {
    isMarkdown: holdsMarkdown,
    ...(lines.length > 0 && { lines: new RegExp(`^([\\s>]*)(?:${lines.join('|')})$`) }),
  };
}
