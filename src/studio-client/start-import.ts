import { STUDIO_WORDS } from '../studio/wording/studio-words.ts';
import { base64Of } from './base64-of.ts';
import { elementOf } from './make-element.ts';
import { post } from './post.ts';

interface ImportAnswer {
  /** HTML. */
  readonly outcome: string;
  readonly go: string;
  readonly problem: string;
}

/** Shows what comes of a file or of something pasted, and brings it in. */
export function startImport(): void {
  const form = elementOf('import', HTMLFormElement);
  const area = elementOf('pasted', HTMLTextAreaElement);
  const outcome = elementOf('outcome', HTMLElement);
  /** What was pasted of a web page, with its markup. */
  let html = '';
  area.addEventListener('paste', ({ clipboardData }) => {
    html = clipboardData?.getData('text/html') ?? '';
  });
  const send = async (write: boolean) => {
    const fields = new FormData(form);
    const file = await chosen(fields.get('file'), html, area.value);
    if (!file) {
      outcome.textContent = STUDIO_WORDS.nothingToBring;
      return;
    }
    outcome.textContent = STUDIO_WORDS.working;
    const into = { pack: fields.get('pack') ?? '', title: fields.get('title') ?? '' };
    const { body } = await post<ImportAnswer>('/import', { file, ...into, write });
    if (body.go !== undefined) return location.assign(body.go);
    if (body.outcome === undefined) outcome.textContent = body.problem ?? STUDIO_WORDS.stopped;
    else outcome.innerHTML = body.outcome;
    outcome.focus();
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send(false);
  });
  outcome.addEventListener('click', ({ target }) => {
    if (target instanceof HTMLElement && target.id === 'bring-in') void send(true);
  });
}

/** What is to be brought in: a file, or what was pasted as one. */
async function chosen(file: FormDataEntryValue | null, html: string, text: string) {
  if (file instanceof File && file.size > 0) return { name: file.name, data: await base64Of(file) };
  if (text.trim() === '') return undefined;
  const pasted = html === '' ? text : html;
  return { name: html === '' ? 'pasted.txt' : 'pasted.html', data: await base64Of(new Blob([pasted])) };
}
