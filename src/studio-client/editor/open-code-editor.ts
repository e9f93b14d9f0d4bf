import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown } from '@codemirror/lang-markdown';
import { syntaxHighlighting } from '@codemirror/language';
import { lintKeymap, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorSelection, EditorState } from '@codemirror/state';
import {
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import type { Editor, EditorOptions } from './editor.ts';
import type { EditorMark } from './editor-mark.ts';
import { editorTheme } from './editor-theme.ts';
import { leastChange } from './least-change.ts';
import { markRange } from './mark-range.ts';

/**
 * Opens an editor that marks headings and problems, finds words, and undoes. Tab leaves it, as it does any field of a form;
 * nothing else takes the keyboard prisoner, and Escape closes what it has opened.
 */
export function openCodeEditor(options: EditorOptions): Editor {
  const { parent, text, marks, onChange, onLine } = options;
  let line = 1;
  const view = new EditorView({
    state: EditorState.create({ doc: text, extensions: extensionsFor(options, heard) }),
  });
  function heard(isChanged: boolean): void {
    if (isChanged) onChange();
    const now = lineIn(view);
    if (now === line) return;
    line = now;
    onLine?.(now);
  }
  parent.replaceChildren(view.dom);
  const editor: Editor = {
    text: () => view.state.doc.toString(),
    setText(other) {
      const changes = leastChange(view.state.doc.toString(), other);
      if (changes) view.dispatch({ changes });
    },
    setMarks: (others) => showMarks(view, others),
    goTo(number, column = 1) {
      const here = view.state.doc.line(Math.min(Math.max(1, number), view.state.doc.lines));
      const at = EditorSelection.cursor(here.from + Math.min(Math.max(0, column - 1), here.length));
      view.dispatch({ selection: at, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
      view.focus();
    },
    line: () => lineIn(view),
    focus: () => view.focus(),
    close: () => view.destroy(),
  };
  editor.setMarks(marks);
  return editor;
}

const lineIn = ({ state }: EditorView): number => state.doc.lineAt(state.selection.main.head).number;

const extensionsFor = ({ label, lang, nonce }: EditorOptions, heard: (isChanged: boolean) => void) => [
  EditorView.cspNonce.of(nonce),
  lineNumbers(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  highlightSelectionMatches(),
  history(),
  search({ top: true }),
  // Fields of an entry have a line --- below them, which would make them a heading.
  markdown({ extensions: { remove: ['SetextHeading'] } }),
  syntaxHighlighting(classHighlighter),
  EditorView.lineWrapping,
  editorTheme,
  EditorView.contentAttributes.of({
    'aria-label': label,
    spellcheck: 'true',
    autocapitalize: 'sentences',
    ...(lang !== undefined && { lang }),
  }),
  keymap.of([...searchKeymap, ...historyKeymap, ...lintKeymap, ...defaultKeymap]),
  EditorView.updateListener.of(({ docChanged, selectionSet }) => {
    if (docChanged || selectionSet) heard(docChanged);
  }),
];

/** Marks stay with their words while somebody types on. */
function showMarks(view: EditorView, marks: readonly EditorMark[]): void {
  const { doc } = view.state;
  const found = marks.map((mark) => ({
    ...markRange(doc, mark),
    severity: mark.isError ? ('error' as const) : ('warning' as const),
    message: mark.message,
  }));
  view.dispatch(setDiagnostics(view.state, found));
}
