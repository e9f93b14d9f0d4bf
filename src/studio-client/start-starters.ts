import { STUDIO_WORDS } from '../studio/wording/studio-words.ts';
import { elementOf } from './make-element.ts';
import { post } from './post.ts';

/** Makes a pack of the example that is chosen, or of one’s own title, and goes to it. */
export function startStarters(): void {
  const status = elementOf('status', HTMLElement);
  const own = elementOf('own-pack', HTMLFormElement);
  own.addEventListener('submit', async (event) => {
    event.preventDefault();
    const fields = new FormData(own);
    const data = { title: fields.get('title'), topic: fields.get('topic') };
    const { body } = await post<{ go: string; problem: string }>('/packs', data);
    if (body.go !== undefined) location.assign(body.go);
    else status.textContent = body.problem ?? STUDIO_WORDS.stopped;
  });
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-starter]'))
    button.addEventListener('click', async () => {
      button.disabled = true;
      const subject = button.dataset['starter'] ?? '';
      const { body } = await post<{ go: string; problem: string }>(
        `/starters/${encodeURIComponent(subject)}`,
        {},
      );
      button.disabled = false;
      if (body.go !== undefined) location.assign(body.go);
      else status.textContent = body.problem ?? STUDIO_WORDS.stopped;
    });
}
