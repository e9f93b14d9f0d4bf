import { STUDIO_WORDS } from '../studio/wording/studio-words.ts';
import { elementOf } from './make-element.ts';
import { post } from './post.ts';

/** Saves what a school says of itself. */
export function startSchool(): void {
  const form = elementOf('school', HTMLFormElement);
  const status = elementOf('status', HTMLElement);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const { status: code, body } = await post<{ problem: string }>(
      '/school',
      Object.fromEntries(new FormData(form)),
    );
    status.textContent = code === 200 ? STUDIO_WORDS.saved : (body.problem ?? STUDIO_WORDS.stopped);
  });
}
