/** A place in a file that an author wrote. Lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export type Severity = 'error' | 'warning';

/** One problem, said to the person who can mend it. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly hint?: string;
  readonly where: Place;
  /** Whether something was not checked because of this, so that it is to be mended first. */
  readonly hides?: true;
}

/**
 * Every code that the program can report, with its severity. A code is permanent: it may be retired, never given
 * another meaning. An error stops the run with exit code 1; a warning does not.
 */
export const CODES = {
  'alias-in-yaml': 'error',
  'alias-shared': 'error',
  'alt-missing': 'error',
  'anchor-unknown': 'error',
  'answer-leaked': 'error',
  'answer-missing': 'error',
  'bank-too-small': 'error',
  'blank-empty': 'error',
  'choice-malformed': 'error',
  'choice-uneven': 'error',
  'booklet-too-thick': 'error',
  'card-overflow': 'error',
  'card-size-unknown': 'error',
  'card-too-large': 'error',
  collision: 'error',
  'comment-in-value': 'warning',
  'contrast-low': 'warning',
  'duplicate-field': 'error',
  'duplicate-id': 'error',
  'empty-pack': 'error',
  'field-malformed': 'error',
  'field-missing': 'error',
  'field-unknown': 'error',
  'folder-not-empty': 'error',
  'file-misplaced': 'error',
  'file-too-large': 'error',
  'file-unreadable': 'error',
  'fields-apart': 'error',
  'footnote-missing': 'warning',
  'footnote-unused': 'warning',
  'front-matter-unclosed': 'error',
  'front-matter-unopened': 'error',
  'glyph-missing': 'error',
  'grid-odd': 'error',
  'heading-malformed': 'error',
  'heading-skipped': 'error',
  'icc-broken': 'error',
  'icc-missing': 'error',
  'icc-unsuitable': 'error',
  'icc-unused': 'error',
  'imposition-unknown': 'error',
  'id-malformed': 'error',
  'index-broken': 'error',
  'item-repeated': 'error',
  'key-drift': 'error',
  'key-missing': 'error',
  'key-unknown': 'error',
  'levels-mismatch': 'error',
  'margin-overflow': 'error',
  'line-thin': 'warning',
  'marks-drift': 'error',
  'link-dropped': 'warning',
  'lint-absolute-words': 'warning',
  'lint-all-of-the-above': 'warning',
  'lint-answer-given-away': 'warning',
  'lint-article-cue': 'warning',
  'lint-beyond-reading': 'warning',
  'lint-key-longest': 'warning',
  'lint-keys-unbalanced': 'warning',
  'lint-no-command-word': 'warning',
  'lint-no-objective': 'warning',
  'lint-no-rationale': 'warning',
  'lint-not-unmarked': 'warning',
  'lint-options-alike': 'warning',
  'lint-options-order': 'warning',
  'lint-options-unlike': 'warning',
  'lint-quotation-twice': 'warning',
  'lint-space': 'warning',
  'lint-weights': 'warning',
  'markup-unsupported': 'error',
  'misquotation-right': 'error',
  'marks-mismatch': 'error',
  'no-packs': 'error',
  'no-room-for-marks': 'error',
  'not-imposed': 'warning',
  'nothing-to-print': 'error',
  'offset-too-large': 'error',
  'order-revealing': 'error',
  'pack-unknown': 'error',
  'picture-broken': 'error',
  'picture-coarse': 'warning',
  'picture-in-text': 'warning',
  'picture-missing': 'error',
  'picture-too-large': 'error',
  'picture-unsupported': 'error',
  'pages-overflow': 'error',
  'paper-drift': 'error',
  'paper-unknown': 'error',
  'pdf-unreadable': 'error',
  'poster-too-small': 'error',
  'printer-unknown': 'error',
  'product-unknown': 'error',
  'profile-unknown': 'error',
  'quotation-absent': 'error',
  'quotation-altered': 'error',
  'quotation-ambiguous': 'warning',
  'quotation-conflict': 'error',
  'quotation-elsewhere': 'error',
  'quotation-unchecked': 'warning',
  'quotation-unverified': 'warning',
  'quotes-doubled': 'error',
  'raw-html': 'warning',
  'reference-unknown': 'error',
  'reserved-character': 'error',
  'source-broken': 'error',
  'source-chapters': 'error',
  'source-encoding': 'error',
  'speaker-contradicted': 'error',
  'too-tall': 'error',
  'script-unsupported': 'error',
  'section-unknown': 'error',
  'sides-unequal': 'error',
  'style-unknown': 'error',
  'template-broken': 'error',
  'template-unsafe': 'error',
  'text-misplaced': 'error',
  'token-unknown': 'error',
  'type-too-small': 'error',
  unprinted: 'warning',
  unreferenced: 'warning',
  'unclosed-fence': 'error',
  'unknown-block': 'error',
  'verdict-bad': 'warning',
  'verdict-outdated': 'warning',
  'verdicts-broken': 'error',
  'weights-mismatch': 'error',
  'word-too-wide': 'error',
  'write-failed': 'error',
  'yaml-broken': 'error',
} as const satisfies Record<string, Severity>;

export type Code = keyof typeof CODES;

/**
 * What stops a pack, but may be printed as well as can be from a Markdown file that was not written for us: each of
 * these leaves something visible on the page.
 */
export const DEGRADABLE: readonly Code[] = [
  'alt-missing',
  'anchor-unknown',
  'glyph-missing',
  'heading-skipped',
  'markup-unsupported',
  'picture-broken',
  'picture-missing',
  'picture-too-large',
  'picture-unsupported',
  'script-unsupported',
  'unknown-block',
  'word-too-wide',
];
