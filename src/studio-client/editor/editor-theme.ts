import { EditorView } from '@codemirror/view';

/**
 * The looks of the editor, by the variables of the style sheet, so that it is dark where the page is. In colours that a
 * system forces, nothing depends on a background.
 */
export const editorTheme = EditorView.theme({
  '&': {
    height: '100%',
    color: 'var(--ink)',
    backgroundColor: 'var(--paper)',
    border: '1px solid var(--quiet)',
    borderRadius: '6px',
    fontSize: '1rem',
  },
  '&.cm-focused': { outline: '3px solid var(--accent)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: "'Studio Mono', monospace", lineHeight: '1.55', overflow: 'auto' },
  '.cm-content': { padding: '.8rem 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 .8rem 0 .4rem' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--quiet)', border: 'none' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--tint) 60%, transparent)' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--ink)', fontWeight: '600' },
  '.cm-selectionMatch': { backgroundColor: 'var(--tint)' },
  '.cm-searchMatch': { backgroundColor: 'var(--warn-tint)', outline: '1px solid var(--warn)' },
  '.cm-searchMatch.cm-searchMatch-selected': {
    backgroundColor: 'var(--tint)',
    outline: '2px solid var(--accent)',
  },
  // Pictures of waves would be addresses that the policy of the page refuses.
  '.cm-lintRange': { backgroundImage: 'none', textDecorationThickness: '2px', textUnderlineOffset: '3px' },
  '.cm-lintRange-error': { textDecoration: 'underline wavy var(--bad)' },
  '.cm-lintRange-warning': { textDecoration: 'underline dotted var(--warn)' },
  '.cm-lintRange-active': { backgroundColor: 'var(--bad-tint)' },
  '.cm-tooltip, .cm-panels': {
    backgroundColor: 'var(--paper)',
    color: 'var(--ink)',
    border: '1px solid var(--quiet)',
  },
  '.cm-diagnostic': { padding: '.4rem .7rem', fontFamily: "'Studio Sans', system-ui, sans-serif" },
  '.cm-diagnostic-error': { borderLeft: '5px solid var(--bad)' },
  '.cm-diagnostic-warning': { borderLeft: '5px solid var(--warn)' },
  '.cm-panels input, .cm-panels button': { font: 'inherit', color: 'inherit', minHeight: '2rem' },
  '.cm-panel.cm-search': { padding: '.4rem .6rem 1rem', fontSize: '1rem' },
  '.cm-panel.cm-search [name=close]': { minWidth: '2rem', top: '.4rem', right: '.4rem', color: 'var(--ink)' },
  '.cm-textfield': { backgroundColor: 'var(--paper)', border: '1px solid var(--quiet)', fontSize: '1rem' },
  '.cm-button': {
    backgroundImage: 'none',
    backgroundColor: 'var(--paper)',
    border: '1px solid var(--quiet)',
    fontSize: '1rem',
  },
  '.tok-heading': { fontWeight: '700', color: 'var(--accent)' },
  '.tok-strong': { fontWeight: '700' },
  '.tok-emphasis': { fontStyle: 'italic' },
  '.tok-link, .tok-url': { color: 'var(--accent)' },
  '.tok-meta, .tok-comment, .tok-processingInstruction': { color: 'var(--quiet)' },
  '@media (forced-colors: active)': {
    '.cm-lintRange-error': { textDecorationColor: 'CanvasText' },
    '.cm-lintRange-warning': { textDecorationColor: 'CanvasText' },
    '.cm-searchMatch': { forcedColorAdjust: 'none', backgroundColor: 'Mark', color: 'MarkText' },
  },
});
