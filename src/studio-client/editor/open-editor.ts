import type { Editor, EditorOptions } from './editor.ts';
import { openCodeEditor } from './open-code-editor.ts';
import { openPlainEditor } from './open-plain-editor.ts';

/** Where browsers remember that somebody chose the plain field. */
const REMEMBERED = 'studypack-plain-editor';

/** Opens the editor that was chosen last. */
export const openEditor = (options: EditorOptions): Editor =>
  isPlainChosen() ? openPlainEditor(options) : openCodeEditor(options);

/** Whether a plain field was chosen in place of the editor. A browser that remembers nothing has the editor. */
export function isPlainChosen(): boolean {
  try {
    return localStorage.getItem(REMEMBERED) === 'yes';
  } catch {
    return false;
  }
}

/** Chooses the plain field or the editor for the next time that one is opened. */
export function choosePlain(isPlain: boolean): void {
  try {
    if (isPlain) localStorage.setItem(REMEMBERED, 'yes');
    else localStorage.removeItem(REMEMBERED);
  } catch {
    // Then it is asked again.
  }
}
