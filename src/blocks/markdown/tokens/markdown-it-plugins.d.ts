declare module 'markdown-it-abbr' {
  import type { MarkdownIt } from 'markdown-it';
  export default function abbr(markdown: MarkdownIt): void;
}

declare module 'markdown-it-deflist' {
  import type MarkdownIt from 'markdown-it';
  export default function deflist(markdown: MarkdownIt): void;
}

declare module 'markdown-it-emoji/lib/data/full.mjs' {
  const names: Readonly<Record<string, string>>;
  export default names;
}

declare module 'markdown-it-footnote' {
  import type MarkdownIt from 'markdown-it';
  export default function footnote(markdown: MarkdownIt): void;
}

declare module 'markdown-it-mark' {
  import type { MarkdownIt } from 'markdown-it';
  export default function mark(markdown: MarkdownIt): void;
}
