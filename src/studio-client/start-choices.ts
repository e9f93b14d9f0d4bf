import { STUDIO_WORDS } from '../studio/wording/studio-words.ts';

/** Where it is kept, until the next page is there, which list somebody was in. */
const PLACE = 'studypack-place';

/**
 * Goes to the page that a list or a form says when something is chosen in it: at once with a pointer. With the keyboard a list
 * changes at each arrow key, so it waits for Enter, or until somebody leaves the list.
 */
export function startChoices(): void {
  for (const list of document.querySelectorAll('select[data-go]'))
    if (list instanceof HTMLSelectElement) whenChosen(list, () => go(list.id, list.value));
  const form = document.querySelector('form.choices');
  if (form instanceof HTMLFormElement) {
    form.addEventListener('submit', (event) => event.preventDefault());
    for (const field of form.querySelectorAll<HTMLSelectElement | HTMLInputElement>('[data-choice]'))
      whenChosen(field, () => go(field.id, addressOf(form)));
  }
  const place = sessionStorage.getItem(PLACE);
  sessionStorage.removeItem(PLACE);
  if (place !== null) document.getElementById(place)?.focus({ preventScroll: true });
}

function addressOf(form: HTMLFormElement): string {
  const chosen = new URLSearchParams();
  const { file = '', pack = '' } = form.dataset;
  chosen.set('file', file);
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && value !== '') chosen.set(name, value);
  // The text beside it stays.
  if (chosen.get('file') === file)
    for (const name of ['text', 'entry']) {
      const shown = new URLSearchParams(location.search).get(name);
      if (shown !== null) chosen.set(name, shown);
    }
  return `/packs/${encodeURIComponent(pack)}/edit?${chosen}`;
}

/** Goes to a page, on which the keyboard is to be where it is here. */
function go(place: string, address: string): void {
  sessionStorage.setItem(PLACE, place);
  location.assign(address);
}

function whenChosen(field: HTMLSelectElement | HTMLInputElement, act: () => void): void {
  if (field instanceof HTMLInputElement) {
    field.addEventListener('change', act);
    return;
  }
  const hint = document.getElementById('choice-hint');
  let byKeys = false;
  let isWaiting = false;
  const wait = (waits: boolean) => {
    isWaiting = waits;
    if (hint) hint.textContent = waits ? STUDIO_WORDS.enterShows : '';
  };
  field.addEventListener('pointerdown', () => {
    byKeys = false;
  });
  field.addEventListener('keydown', (event) => {
    byKeys = event.key !== 'Enter';
    if (event.key !== 'Enter' || !isWaiting) return;
    event.preventDefault();
    wait(false);
    act();
  });
  field.addEventListener('change', () => {
    if (byKeys) wait(true);
    else act();
  });
  field.addEventListener('blur', () => {
    if (isWaiting) act();
  });
}
