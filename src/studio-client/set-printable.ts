import { STUDIO_WORDS } from '../studio/wording/studio-words.ts';

/** Turns what leads to the PDF on or off: while something has to be fixed there is none. */
export function setPrintable(isPrintable: boolean): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-pdf]')) {
    if (link.hasAttribute('href') === isPrintable) continue;
    link.title = isPrintable ? STUDIO_WORDS.printHelp : STUDIO_WORDS.printedLater;
    if (isPrintable) {
      link.href = link.dataset['pdf'] ?? '';
      link.removeAttribute('role');
      link.removeAttribute('aria-disabled');
    } else {
      link.removeAttribute('href');
      link.setAttribute('role', 'link');
      link.setAttribute('aria-disabled', 'true');
    }
  }
}
