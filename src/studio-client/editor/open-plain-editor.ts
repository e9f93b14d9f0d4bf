import type { Editor, EditorOptions } from './editor.ts';
import { leastChange } from './least-change.ts';

/** Opens a plain field of text in place of an editor, which screen readers and the spelling of systems know best. */
export function openPlainEditor({
  parent,
  text,
  marks,
  label,
  lang,
  onChange,
  onLine,
}: EditorOptions): Editor {
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'plain-editor';
  area.spellcheck = true;
  area.setAttribute('aria-label', label);
  if (lang !== undefined) area.lang = lang;
  area.addEventListener('input', onChange);
  let line = 1;
  const lineOf = (offset: number) => area.value.slice(0, offset).split('\n').length;
  area.addEventListener('selectionchange', () => {
    const now = lineOf(area.selectionStart);
    if (now === line) return;
    line = now;
    onLine?.(now);
  });
  parent.replaceChildren(area);
  const editor: Editor = {
    text: () => area.value,
    setText(other) {
      const change = leastChange(area.value, other);
      if (!change) return;
      area.setRangeText(change.insert, change.from, change.to, 'preserve');
      onChange();
    },
    // It can't draw any: the list of problems has them, with their lines.
    setMarks: (others) => area.setAttribute('aria-invalid', String(others.some(({ isError }) => isError))),
    goTo(number, column = 1) {
      const lines = area.value.split('\n');
      const before = lines.slice(0, Math.min(Math.max(1, number), lines.length) - 1).join('\n').length;
      const start = number > 1 && lines.length > 1 ? before + 1 : 0;
      const end = area.value.indexOf('\n', start);
      const at = Math.min(start + Math.max(0, column - 1), end < 0 ? area.value.length : end);
      area.setSelectionRange(at, at);
      // Browsers bring the cursor into view when a field gets the keyboard.
      area.blur();
      area.focus();
    },
    line: () => lineOf(area.selectionStart),
    focus: () => area.focus(),
    close: () => area.remove(),
  };
  editor.setMarks(marks);
  return editor;
}
