/** For each kind of question, what else teachers and other programs call it. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'multiple-choice':
    'choice choices mc mcq multi-choice multiple-choices single-choice multiple-response multiple-answer multiple-select select quiz tick-box checkbox radio',
  'true-false': 'true-or-false tf t-f true/false right-wrong right-or-wrong yes-no statements',
  matching: 'match match-up matches pair pairs pairing connect heads-and-tails',
  ordering: 'order sequence sequencing rank ranking sort sorting put-in-order chronology',
  cloze:
    'gap gaps gap-fill gapped gapped-text fill-gaps fill-in fill-in-the-blank fill-in-the-blanks fill-in-the-gaps fill-the-gaps blank blanks missing-words',
  table: 'grid complete-table complete-the-table gap-table',
  labelling: 'label labels labeling diagram label-the-diagram label-diagram hotspot',
  identify: 'identification quotation quote who-said-it',
  short:
    'short-answer short-response open open-question open-ended question text free-text written answer explain describe calculate calculation numerical definition',
  extended:
    'essay essays long long-answer long-response extended-answer extended-response extended-writing essay-question composition argument',
};

/** Other names for kinds of question without their hyphens, and the kind that each stands for. */
export const KIND_SYNONYMS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(OTHER_NAMES).flatMap(([kind, names]) =>
    names.split(/\s+/).map((name): [string, string] => [name.replaceAll('-', ''), kind]),
  ),
);
