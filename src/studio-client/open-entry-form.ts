import { HEADING_NAME } from '../studio/forms/entry-form.ts';
import { STUDIO_WORDS } from '../studio/wording/studio-words.ts';
import { addRows } from './add-rows.ts';
import { elementOf } from './make-element.ts';
import { post } from './post.ts';
import type { Writing, WritingEvents } from './writing.ts';

/** Writing in the form of an entry. */
export function openEntryForm(add: string, { onChange }: WritingEvents): Writing {
  const form = elementOf('entry-form', HTMLFormElement);
  const entry = Number(form.dataset['index'] ?? 0);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', onChange);
  form.addEventListener('input', ({ target }) => {
    // In the list of entries it is called as it is now.
    const option = document.querySelector<HTMLSelectElement>('#entry')?.selectedOptions[0];
    if (option && target instanceof HTMLInputElement && target.name === HEADING_NAME)
      option.text = target.value;
  });
  addRows(form);
  document.getElementById('add-entry')?.addEventListener('click', async () => {
    const kind = new URLSearchParams(location.search).get('text')?.replace(/\.md$/, '').split('/')[0];
    const { body } = await post<{ go: string }>(add, {
      kind: kind ?? form.dataset['kind'],
      title: STUDIO_WORDS.newEntry,
      file: new URLSearchParams(location.search).get('file') ?? undefined,
    });
    if (body.go !== undefined) location.assign(body.go);
  });
  return {
    written() {
      const values = new Map<string, string[]>();
      for (const [name, value] of new FormData(form))
        if (typeof value === 'string') values.set(name, [...(values.get(name) ?? []), value]);
      return { form: Object.fromEntries(values), entry };
    },
    line: () => (form.dataset['line'] === undefined ? undefined : Number(form.dataset['line'])),
    goTo: () => false,
    mark: () => undefined,
  };
}
