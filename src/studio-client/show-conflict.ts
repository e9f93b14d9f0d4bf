import type { Conflict, ProductData } from '../studio/wire/live-answer.ts';
import { STUDIO_WORDS } from '../studio/wording/studio-words.ts';
import { elementOf, makeElement } from './make-element.ts';
import { post } from './post.ts';

/** Shows a text as it is here and as it is in the folder, and asks which of the two to keep. */
export function showConflict(conflicts: readonly Conflict[], data: ProductData): void {
  const [first] = conflicts;
  if (!first) return;
  const w = STUDIO_WORDS;
  const dialog = elementOf('conflict', HTMLDialogElement);
  const version = (title: string, text: string) =>
    makeElement(
      'label',
      {},
      makeElement('span', {}, title),
      makeElement('textarea', { readonly: '', rows: '14' }, text),
    );
  const choose = async (keep: 'mine' | 'theirs') => {
    const { status, body } = await post<{ conflicts: readonly Conflict[] }>(data.save, {
      keep,
      name: first.name,
      text: first.mine,
    });
    dialog.close();
    if (status === 409 && body.conflicts) showConflict(body.conflicts, data);
    else location.reload();
  };
  const button = (text: string, keep: 'mine' | 'theirs') => {
    const made = makeElement('button', { type: 'button' }, text);
    made.addEventListener('click', () => void choose(keep));
    return made;
  };
  const close = makeElement('button', { type: 'button' }, w.back);
  close.addEventListener('click', () => dialog.close());
  dialog.replaceChildren(
    makeElement('h2', { id: 'conflict-title' }, w.conflict),
    makeElement('p', {}, `${first.name}. ${w.conflictHelp}`),
    makeElement(
      'div',
      { class: 'versions' },
      version(w.mine, first.mine),
      first.theirs === undefined ? makeElement('p', {}, w.theirsGone) : version(w.theirs, first.theirs),
    ),
    makeElement('p', { class: 'buttons' }, button(w.keepMine, 'mine'), button(w.takeTheirs, 'theirs'), close),
  );
  if (!dialog.open) dialog.showModal();
}
