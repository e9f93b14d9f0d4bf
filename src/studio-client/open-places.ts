import type { PartsAnswer, PlaceAnswer, ProductData } from '../studio/wire/live-answer.ts';
import { elementOf, makeElement } from './make-element.ts';

/** The ways from what is printed to its text, and back. */
export interface Places {
  /** Marks on the pages where a line is printed. */
  show(line: number): Promise<void>;
  /** Brings what is marked into sight. */
  reveal(): void;
}

/**
 * @param goTo goes to a line of the text that is shown. @returns false if it has to be opened for that
 * @param before what has to be done before another page is opened
 */
export function openPlaces(
  data: ProductData,
  goTo: (line: number) => boolean,
  before: () => Promise<void>,
): Places {
  const list = elementOf('pages', HTMLOListElement);
  list.addEventListener('click', async ({ target, offsetX, offsetY }) => {
    if (!(target instanceof HTMLImageElement)) return;
    const scale = Number(target.getAttribute('width')) / target.clientWidth;
    const page = [...list.children].findIndex((item) => item.contains(target));
    const query = `&page=${page}&x=${offsetX * scale}&y=${offsetY * scale}`;
    const place = await ask<PlaceAnswer>(data.place + query);
    if (!place || (place.text === data.text.name && goTo(place.line))) return;
    await before();
    location.assign(`${data.here}&text=${encodeURIComponent(place.text)}&line=${place.line}`);
  });
  return {
    async show(line) {
      const parts = await ask<PartsAnswer>(
        `${data.parts}&text=${encodeURIComponent(data.text.name)}&line=${line}`,
      );
      for (const old of list.querySelectorAll('.here')) old.remove();
      for (const part of parts ?? []) mark(list.children[part.page], part);
    },
    reveal: () => list.querySelector('.here')?.scrollIntoView({ block: 'center' }),
  };
}

/** Puts a mark over a part of a page. */
function mark(item: Element | undefined, { x, y, width, height }: PartsAnswer[number]): void {
  const image = item?.querySelector('img');
  if (!image) return;
  const [across, down] = [Number(image.getAttribute('width')), Number(image.getAttribute('height'))];
  const box = makeElement('div', { class: 'here' });
  box.style.left = `${(100 * x) / across}%`;
  box.style.top = `${(100 * y) / down}%`;
  box.style.width = `${(100 * width) / across}%`;
  box.style.height = `${(100 * height) / down}%`;
  image.after(box);
}

async function ask<T>(address: string): Promise<T | undefined> {
  try {
    const response = await fetch(address);
    return response.ok ? ((await response.json()) as T) : undefined;
  } catch {
    return undefined;
  }
}
