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
  takeFiles(form);
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

/** Takes a file that is dropped anywhere on the page, or pasted, as if it were chosen, and shows what comes of it. */
function takeFiles(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[type="file"]');
  input?.addEventListener('change', () => {
    if ((input.files?.length ?? 0) > 0) form.requestSubmit();
  });
  const take = (event: Event, data: DataTransfer | null) => {
    if (!input || !data || data.files.length === 0) return;
    event.preventDefault();
    input.files = data.files;
    form.requestSubmit();
  };
  const hover = (isOver: boolean) => document.body.classList.toggle('dropping', isOver);
  document.addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    // Otherwise the browser would open the file in place of the page.
    event.preventDefault();
    hover(true);
  });
  document.addEventListener('dragleave', ({ relatedTarget }) => hover(relatedTarget !== null));
  document.addEventListener('drop', (event) => {
    hover(false);
    take(event, event.dataTransfer);
  });
  document.addEventListener('paste', (event) => {
    // A text that is copied from a document may come with a picture of it.
    const isText = event.clipboardData?.types.some((type) => type.startsWith('text/'));
    if (!isText) take(event, event.clipboardData);
  });
}

/** What is to be brought in: a file, or what was pasted as one. */
async function chosen(file: FormDataEntryValue | null, html: string, text: string) {
  if (file instanceof File && file.size > 0) return { name: file.name, data: await base64Of(file) };
  if (text.trim() === '') return undefined;
  const pasted = html === '' ? text : html;
  return { name: html === '' ? 'pasted.txt' : 'pasted.html', data: await base64Of(new Blob([pasted])) };
}
