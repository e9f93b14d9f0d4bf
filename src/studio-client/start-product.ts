import type { LiveAnswer, ProductData, RefusedAnswer } from '../studio/wire/live-answer.ts';
import { STUDIO_WORDS } from '../studio/wording/studio-words.ts';
import { elementOf } from './make-element.ts';
import { post } from './post.ts';
import { showConflict } from './show-conflict.ts';
import { openPages } from './show-pages.ts';

/** How long to wait for the next key before pages are made again, in milliseconds. */
const PAUSE = 25;

/** The page of a file: sends what is typed, and shows what comes back. */
export function startProduct(): void {
  const data = JSON.parse(elementOf('data', HTMLScriptElement).text) as ProductData;
  const area = elementOf('plain', HTMLTextAreaElement);
  const save = elementOf('save', HTMLButtonElement);
  const saveStatus = elementOf('save-status', HTMLElement);
  const pages = openPages(data.width);
  const problems = elementOf('problems', HTMLElement);
  let { revision } = data.text;
  let sent = data.text.text;
  let isSending = false;
  let timer: number | undefined;

  const show = (answer: LiveAnswer) => {
    revision = answer.revision;
    pages.show(answer);
    if (problems.innerHTML !== answer.problems) problems.innerHTML = answer.problems;
    save.disabled = answer.unsaved === 0;
    saveStatus.textContent = answer.saveStatus;
  };
  const send = async (): Promise<void> => {
    const text = area.value;
    if (isSending || text === sent) return;
    isSending = true;
    pages.isWorking();
    const { status, body } = await post<LiveAnswer & RefusedAnswer>(data.live, {
      name: data.text.name,
      text,
      revision,
    });
    isSending = false;
    if (status === 200) {
      sent = text;
      show(body as LiveAnswer);
    } else if (body.conflicts) showConflict(body.conflicts, data);
    else pages.say(body.problem ?? STUDIO_WORDS.stopped);
    if (status === 200 && area.value !== sent) await send();
  };
  const typed = () => {
    save.disabled = false;
    clearTimeout(timer);
    timer = setTimeout(send, PAUSE);
  };
  const saveAll = async () => {
    clearTimeout(timer);
    await send();
    const { status, body } = await post<RefusedAnswer>(data.save, {});
    if (status === 200) {
      saveStatus.textContent = STUDIO_WORDS.saved;
      save.disabled = true;
    } else if (body.conflicts) showConflict(body.conflicts, data);
    else saveStatus.textContent = body.problem ?? STUDIO_WORDS.stopped;
  };
  document.getElementById('undo')?.addEventListener('click', async () => {
    const { status, body } = await post<RefusedAnswer>(data.undo, { name: data.text.name });
    if (status === 200) location.reload();
    else saveStatus.textContent = body.problem ?? STUDIO_WORDS.stopped;
  });
  area.addEventListener('input', typed);
  save.addEventListener('click', saveAll);
  document.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key !== 's') return;
    event.preventDefault();
    void saveAll();
  });
}
