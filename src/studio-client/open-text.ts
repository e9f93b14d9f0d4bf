import type { ProductData } from '../studio/wire/live-answer.ts';
import { STUDIO_WORDS } from '../studio/wording/studio-words.ts';
import { openCodeEditor } from './editor/open-code-editor.ts';
import { openPlainEditor } from './editor/open-plain-editor.ts';
import { elementOf } from './make-element.ts';
import type { Writing, WritingEvents } from './writing.ts';

/** Writing in the text of a file: in an editor, or in a plain text area if that was chosen. */
export function openText({ text, marks }: ProductData, { onChange, onMove }: WritingEvents): Writing {
  const parent = elementOf('editor', HTMLElement);
  const open = parent.dataset['plain'] === 'yes' ? openPlainEditor : openCodeEditor;
  const editor = open({
    parent,
    text: text.text,
    marks,
    label: STUDIO_WORDS.textOf(text.title),
    nonce: document.body.dataset['nonce'] ?? '',
    onChange,
    onLine: onMove,
  });
  // Where a text is longer than the screen, the keyboard has to reach it.
  parent.querySelector('.cm-content')?.setAttribute('tabindex', '0');
  return {
    written: () => ({ text: editor.text() }),
    line: () => editor.line(),
    goTo(line) {
      editor.goTo(line);
      return true;
    },
    mark: (all) => editor.setMarks(all),
  };
}
