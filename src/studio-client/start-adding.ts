import { STUDIO_WORDS } from '../studio/wording/studio-words.ts';
import { elementOf } from './make-element.ts';
import { post } from './post.ts';

/** Adds an entry of the kind that is chosen, and goes to it. */
export function startAdding(): void {
  const form = elementOf('add-form', HTMLFormElement);
  const status = elementOf('add-status', HTMLElement);
  const kind = elementOf('add-kind', HTMLSelectElement);
  const label = elementOf('add-label', HTMLElement);
  const rename = () => {
    label.textContent = kind.selectedOptions[0]?.dataset['label'] ?? '';
  };
  kind.addEventListener('change', rename);
  // Browsers remember what was chosen before somebody went back.
  rename();
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const fields = new FormData(form);
    const { body } = await post<{ go: string; problem: string }>(form.dataset['add'] ?? '', {
      kind: fields.get('kind'),
      title: fields.get('title'),
    });
    if (body.go !== undefined) location.assign(body.go);
    else status.textContent = body.problem ?? STUDIO_WORDS.stopped;
  });
}
