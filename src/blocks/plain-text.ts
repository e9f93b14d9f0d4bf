import type { Inline } from './block.ts';

/** The characters of inline text; a break is a space. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) =>
      inline.kind === 'text'
        ? (inline.alt ?? inline.text)
        : inline.kind === 'break'
          ? ' '
          : inline.kind === 'picture'
            ? inline.alt
            : '',
    )
    .join('');
}
