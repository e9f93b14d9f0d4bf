import type { LiveAnswer, PageRef, ProductData } from '../studio/wire/live-answer.ts';
import { STUDIO_WORDS } from '../studio/wording/studio-words.ts';
import { elementOf, makeElement } from './make-element.ts';

/** The pages beside a text. */
interface Pages {
  /** Shows other pages in the same places, so that nobody loses theirs. */
  show(answer: Pick<LiveAnswer, 'pages' | 'isStale' | 'status'>): void;
  isWorking(): void;
  say(text: string): void;
}

export function openPages({ width, pageText }: Pick<ProductData, 'width' | 'pageText'>): Pages {
  const pane = elementOf('pages-pane', HTMLElement);
  const list = elementOf('pages', HTMLOListElement);
  const status = elementOf('pages-status', HTMLElement);
  const say = (text: string) => {
    if (status.textContent !== text) status.textContent = text;
  };
  // The event does not bubble.
  list.addEventListener('toggle', ({ target }) => void readText(target, pageText), true);
  return {
    say,
    isWorking: () => pane.classList.add('working'),
    show(answer) {
      pane.classList.remove('working');
      pane.classList.toggle('stale', answer.isStale);
      say(answer.status);
      for (const [index, page] of answer.pages.entries()) {
        const item = list.children[index] ?? list.appendChild(newItem(index));
        const image = item.querySelector('img');
        if (image) void showPage(image, page, index, answer.pages.length, width);
        void readText(item.querySelector('details'), pageText);
      }
      while (list.children.length > answer.pages.length) list.lastElementChild?.remove();
    },
  };
}

const newItem = (index: number) =>
  makeElement(
    'li',
    {},
    makeElement('figure', {}, makeElement('img')),
    makeElement(
      'details',
      { class: 'page-text', 'data-page': String(index) },
      makeElement('summary', {}, STUDIO_WORDS.pageText(index + 1)),
      makeElement('div'),
    ),
  );

/** Shows the text of a page, if somebody has opened it. */
async function readText(details: EventTarget | null, pageText: string): Promise<void> {
  if (!(details instanceof HTMLDetailsElement) || !details.open) return;
  const response = await fetch(`${pageText}&page=${details.dataset['page']}`).catch(() => undefined);
  const place = details.querySelector('div');
  if (response?.ok && place) place.innerHTML = await response.text();
}

/** Shows a page in place of another once its picture is there, so that nothing flickers. */
async function showPage(
  image: HTMLImageElement,
  { key, width, height }: PageRef,
  index: number,
  count: number,
  pixels: number,
): Promise<void> {
  image.alt = STUDIO_WORDS.page(index + 1, count);
  if (image.dataset['key'] === key) return;
  image.dataset['key'] = key;
  image.width = Math.round(width);
  image.height = Math.round(height);
  const address = `/pictures/${key}/${pixels}`;
  if (!isNear(image)) {
    image.loading = 'lazy';
    image.src = address;
    return;
  }
  const next = new Image();
  next.src = address;
  await next.decode().catch(() => undefined);
  // Somebody may have typed on meanwhile.
  if (image.dataset['key'] === key) image.src = address;
}

/** Whether a picture is on the screen or nearly so. */
function isNear(image: HTMLImageElement): boolean {
  const { top, bottom } = image.getBoundingClientRect();
  return bottom > -innerHeight && top < 2 * innerHeight;
}
