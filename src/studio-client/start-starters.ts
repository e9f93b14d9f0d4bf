import { elementOf } from './make-element.ts';
import { post } from './post.ts';

/** Makes a pack of the example that is chosen, and goes to it. */
export function startStarters(): void {
  const status = elementOf('status', HTMLElement);
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
      else status.textContent = body.problem ?? '';
    });
}
