import type { LiveAnswer, ProductData, RefusedAnswer } from '../studio/wire/live-answer.ts';
import { STUDIO_WORDS } from '../studio/wording/studio-words.ts';
import { elementOf } from './make-element.ts';
import { openEntryForm } from './open-entry-form.ts';
import { openPlaces, type Places } from './open-places.ts';
import { openText } from './open-text.ts';
import { post } from './post.ts';
import { setPrintable } from './set-printable.ts';
import { showConflict } from './show-conflict.ts';
import { openPages } from './show-pages.ts';
import type { Writing, WritingEvents, Written } from './writing.ts';

/** How long to wait for the next key before pages are made again, in milliseconds. */
const PAUSE = 25;
/** How long to wait before the place of the cursor is marked on the pages. */
const REST = 250;

/** The page of a file: sends what is written, and shows what comes back. */
export function startProduct(): void {
  const data = JSON.parse(elementOf('data', HTMLScriptElement).text) as ProductData;
  const save = elementOf('save', HTMLButtonElement);
  const saveStatus = elementOf('save-status', HTMLElement);
  const pages = openPages(data);
  const problems = elementOf('problems', HTMLElement);
  let { revision } = data.text;
  const page = crypto.randomUUID();
  let sending: Promise<void> | undefined;
  let timer: number | undefined;
  let resting: number | undefined;

  const markPlace = () => {
    clearTimeout(resting);
    resting = setTimeout(() => {
      const line = writing.line();
      if (line !== undefined) void places.show(line);
    }, REST);
  };
  const writing = openWriting(data, {
    onChange() {
      save.disabled = false;
      clearTimeout(timer);
      timer = setTimeout(() => void send(), PAUSE);
    },
    onMove: markPlace,
  });
  let sent = JSON.stringify(writing.written());
  const show = (answer: LiveAnswer) => {
    revision = answer.revision;
    pages.show(answer);
    setPrintable(!answer.isStale);
    if (problems.innerHTML !== answer.problems) problems.innerHTML = answer.problems;
    writing.mark(answer.marks);
    save.disabled = answer.unsaved === 0;
    saveStatus.textContent = answer.saveStatus;
    markPlace();
  };
  const letter = (written: Written) => ({ ...written, name: data.text.name, revision, page });
  /** Sends what is written until the server has all of it. */
  const sendAll = async (): Promise<void> => {
    for (let now = writing.written(); JSON.stringify(now) !== sent; now = writing.written()) {
      pages.isWorking();
      const { status, body } = await post<LiveAnswer & RefusedAnswer>(data.live, letter(now));
      sayOfForm(status === 422 ? body.problem : undefined);
      if (status === 422) return;
      if (body.conflicts) return showConflict(body.conflicts, data);
      if (status !== 200) return pages.say(body.problem ?? STUDIO_WORDS.stopped);
      sent = JSON.stringify(now);
      show(body as LiveAnswer);
    }
  };
  const send = (): Promise<void> => {
    sending ??= sendAll().finally(() => {
      sending = undefined;
    });
    return sending;
  };
  const saveAll = async () => {
    clearTimeout(timer);
    await send();
    const { status, body } = await post<RefusedAnswer>(data.save, {});
    if (body.conflicts) return showConflict(body.conflicts, data);
    saveStatus.textContent = status === 200 ? STUDIO_WORDS.saved : (body.problem ?? STUDIO_WORDS.stopped);
    save.disabled = status === 200;
  };
  // What was typed in the last moment goes too, when somebody goes back or closes the page.
  addEventListener('pagehide', () => {
    const now = writing.written();
    if (JSON.stringify(now) !== sent) void post(data.live, letter(now), true);
  });
  const places = openPlaces(data, writing.goTo, send);
  writing.mark(data.marks);
  if (data.text.line !== undefined) writing.goTo(data.text.line);
  void showFirst(writing, places);
  save.addEventListener('click', saveAll);
  document.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key !== 's') return;
    event.preventDefault();
    void saveAll();
  });
  document.getElementById('show-place')?.addEventListener('click', places.reveal);
  document.getElementById('make-worksheet')?.addEventListener('click', async () => {
    await send();
    const made = { kind: 'worksheets', title: STUDIO_WORDS.newWorksheet };
    const { body } = await post<{ go: string }>(data.add, made);
    if (body.go !== undefined) location.assign(body.go);
  });
  document.getElementById('undo')?.addEventListener('click', async () => {
    const { status, body } = await post<RefusedAnswer>(data.undo, { name: data.text.name });
    if (status === 200) location.reload();
    else saveStatus.textContent = body.problem ?? STUDIO_WORDS.stopped;
  });
  problems.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : undefined;
    if (link?.dataset['text'] !== data.text.name) return;
    if (writing.goTo(Number(link.dataset['line']))) event.preventDefault();
  });
}

/** Where pages have a pane of their own, the one that the text is on comes into sight. */
async function showFirst(writing: Writing, places: Places): Promise<void> {
  const line = writing.line();
  if (line === undefined || !matchMedia('(min-width: 60rem)').matches) return;
  await places.show(line);
  places.reveal();
}

function openWriting(data: ProductData, events: WritingEvents): Writing {
  if (document.getElementById('entry-form')) return openEntryForm(data.add, events);
  return openText(data, events);
}

/** Says why a form cannot be written into its text. */
function sayOfForm(problem: string | undefined): void {
  const place = document.getElementById('form-problem');
  if (!place) return;
  place.hidden = problem === undefined;
  place.textContent = problem ?? '';
}
