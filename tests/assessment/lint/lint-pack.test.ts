import { describe, expect, it } from 'vitest';
import { readAssessment } from '../../../src/assessment/assessment.ts';
import { findBoards } from '../../../src/assessment/boards/find-boards.ts';
import { withBoardObjectives } from '../../../src/assessment/boards/with-board-objectives.ts';
import { lintPack, RULES } from '../../../src/assessment/lint/lint-pack.ts';
import { TABLES } from '../../../src/build/tables/tables.ts';
import { readTemplateSet } from '../../../src/cli/files/reading/read-sources.ts';
import { readPack } from '../../../src/content/read-pack.ts';
import { CODES } from '../../../src/diagnostics/diagnostic.ts';
import { createReport } from '../../../src/diagnostics/report.ts';
import { english } from '../../words-in.ts';

const HEAD = `---
title: Light
lang: en-GB
date: 2026-02-03
---

A pack.
`;

const CHAPTERS =
  '## 1\ntitle: One\n\nFirst.\n\n## 2\ntitle: Two\n\nSecond.\n\n## 3\ntitle: Three\n\nThird.\n';

/** What is found in some items, in a paper that asks all of them. */
function found(
  items: string,
  more: { paper?: string; section?: string; objectives?: boolean; quoted?: string; others?: string } = {},
) {
  const ids = [...items.matchAll(/^id: (.*)$/gm)].map((match) => match[1]);
  const paper = `---\ntitle: Paper\nduration: 45\nseed: 1\n${more.paper ?? ''}sections:\n  - title: A\n    items: [${ids.join(', ')}]\n${more.section ?? ''}---\n`;
  const files = {
    'pack.md': HEAD,
    'chapters.md': CHAPTERS,
    'items.md': more.others ? `${items}\n${more.others}` : items,
    'papers/paper.md': paper,
    'quotations.md': [undefined, ...(more.quoted?.split(', ') ?? [])]
      .map(
        (chapter) =>
          `## lamp${chapter ?? ''}\n${chapter ? `chapter: ${chapter}\n` : ''}speaker: narrator\nthemes: []\nprovenance: paraphrase\n\nThe lamp ${chapter ? `of ${chapter} shone` : 'was the only thing awake'}.\n`,
      )
      .join('\n'),
    'book.md': '---\ntitle: Lamps\nauthor: A. Writer\npublished: 2001\nnarrator: ada\n---\n',
    'characters.md': '## Ada\nrole: minor\nclaim: She tells it.\n\nAda.\n',
    'levels.md':
      '## Sky30\n\n- 26–30: A.\n- 21–25: B.\n- 16–20: C.\n- 11–15: D.\n- 6–10: E.\n- 1–5: F.\n\n## Sky25\n\n- 21–25: B.\n- 16–20: C.\n- 11–15: D.\n- 6–10: E.\n- 1–5: F.\n',
    ...(more.objectives && { 'objectives.md': '## AO1\nKnow.\n\n## AO2\nExplain.\n' }),
  };
  const report = createReport();
  const sources = Object.entries(files).map(([name, text]) => ({ path: name, name, text }));
  const read = readPack('light', 'light', sources, TABLES.entryKinds, report)!;
  const boards = findBoards(read, readTemplateSet(report).boards ?? [], report);
  const pack = withBoardObjectives(read, boards.all);
  const assessment = readAssessment(pack, TABLES.questionKinds, english, report, boards.ofPapers);
  expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  lintPack({ pack, assessment }, report);
  return report.diagnostics.filter(({ code }) => code.startsWith('lint-'));
}

const choice = (stem: string, options: string, fields = '') =>
  `## ${stem}\nid: ray\nkind: multiple-choice\n${fields}\n${options}\n\nBecause it is so.\n`;

const essay = (marks: number) =>
  `## Explain the sky.\nid: sky\nkind: extended\nmarks: ${marks}\nobjectives: { ao1: 12, ao2: 12, ao3: ${marks - 24} }\nlevels: sky${marks}\n\nBlue.\n`;

const FOUR = '- [x] Forwards\n- Backwards\n- Upwards\n- Downwards';

/** For each code items that have the flaw, and the nearest ones that have not. */
const CASES: Readonly<Record<string, [flawed: Parameters<typeof found>, sound: Parameters<typeof found>]>> = {
  'lint-absolute-words': [
    [choice('Where does it go?', '- [x] Often forwards\n- Always backwards\n- Upwards')],
    [choice('Where does it go?', '- [x] Always forwards\n- Always backwards\n- Upwards')],
  ],
  'lint-all-of-the-above': [
    [choice('Where does it go?', '- [x] Forwards\n- Backwards\n- All of the above')],
    [choice('Where does it go?', '- [x] Forwards\n- Backwards\n- None of these (pinned)')],
  ],
  'lint-answer-given-away': [
    [
      `${choice('Where does it go?', FOUR)}\n## Why does light that goes forwards cast shadows?\nid: why\nmarks: 2\n\nIt stops.\n`,
    ],
    [
      `${choice('Where does it go?', FOUR)}\n## Why does light cast shadows?\nid: why\nmarks: 2\n\nIt stops.\n`,
    ],
  ],
  'lint-article-cue': [
    [choice('A lamp is a', '- [x] source\n- eye\n- mirror')],
    [choice('A lamp is a', '- [x] source\n- wall\n- mirror')],
  ],
  'lint-beyond-reading': [
    [choice('Where does it go?', FOUR, 'chapters: [2]\n'), { paper: "reached: '1'\n" }],
    [choice('Where does it go?', FOUR, 'chapters: [1]\n'), { paper: "reached: '1'\n" }],
  ],
  'lint-chapter-unquoted': [
    [choice('Where does it go?', FOUR), { quoted: '1, 3' }],
    [choice('Where does it go?', FOUR), { quoted: '1, 2, 3' }],
  ],
  'lint-key-longest': [
    [choice('Where does it go?', '- [x] Forwards, unless something turns it back\n- Backwards\n- Upwards')],
    [
      choice(
        'Where does it go?',
        '- [x] Forwards, unless something turns it\n- Backwards, unless something stops it\n- Upwards',
      ),
    ],
  ],
  'lint-keys-unbalanced': [
    [
      [1, 2, 3, 4, 5]
        .map((n) =>
          choice(`Where does it go at ${n}?`, FOUR, 'shuffle: no\n').replace('id: ray', `id: ray-${n}`),
        )
        .join('\n'),
    ],
    [
      [1, 2, 3, 4, 5]
        .map((n) => choice(`Where does it go at ${n}?`, FOUR).replace('id: ray', `id: ray-${n}`))
        .join('\n'),
    ],
  ],
  'lint-never-taught': [
    [
      choice('Where does it go?', FOUR, 'objectives: ao2\n'),
      { objectives: true, others: '## Name it.\nid: name\nmarks: 1\nobjectives: ao1\n\nA ray.\n' },
    ],
    [
      choice('Where does it go?', FOUR, 'objectives: ao2\n'),
      { objectives: true, others: '## Name it.\nid: name\nmarks: 1\nobjectives: ao2\n\nA ray.\n' },
    ],
  ],
  'lint-no-command-word': [
    ['## The colours of the sky.\nid: sky\nmarks: 3\n\nBlue.\n'],
    ['## Describe the colours of the sky.\nid: sky\nmarks: 3\n\nBlue.\n'],
  ],
  'lint-no-objective': [
    [choice('Where does it go?', FOUR), { objectives: true }],
    [choice('Where does it go?', FOUR, 'objectives: ao1\n'), { objectives: true }],
  ],
  'lint-no-rationale': [
    [choice('Where does it go?', FOUR).replace('Because it is so.', '')],
    [choice('Where does it go?', FOUR)],
  ],
  'lint-not-unmarked': [[choice('Where does it not go?', FOUR)], [choice('Where does it **not** go?', FOUR)]],
  'lint-options-alike': [
    [choice('How far?', '- [x] 10–20 metres\n- 15–30 metres\n- Further', 'shuffle: no\n')],
    [choice('How far?', '- [x] 10–20 metres\n- 20–30 metres\n- Further', 'shuffle: no\n')],
  ],
  'lint-options-order': [
    [choice('When?', '- [x] 1990\n- 1980\n- 2000', 'shuffle: no\n')],
    [choice('When?', '- 1980\n- [x] 1990\n- 2000', 'shuffle: no\n')],
  ],
  'lint-options-unlike': [
    [choice('Where does it go?', '- [x] It goes forwards.\n- Backwards\n- Upwards')],
    [choice('Where does it go?', FOUR)],
  ],
  'lint-quotation-twice': [
    [
      '## Whose words?\nid: whose\nkind: identify\nquotation: lamp\nmarks: 3\n\nA reason.\n\n## What does “the only thing awake” suggest?\nid: suggest\nmarks: 2\n\nNight.\n',
    ],
    [
      '## Whose words?\nid: whose\nkind: identify\nquotation: lamp\nmarks: 3\n\nA reason.\n\n## What does “awake” suggest?\nid: suggest\nmarks: 2\n\nNight.\n',
    ],
  ],
  'lint-several-questions': [
    ['## What is it, and how does it move? Why?\nid: sky\nmarks: 3\n\nLight.\n'],
    ['## What is “it”? Explain how it moves.\nid: sky\nmarks: 3\n\nLight.\n'],
  ],
  'lint-space': [
    ['## Describe the sky.\nid: sky\nmarks: 2\nspace: 20 lines\n\nBlue.\n'],
    ['## Describe the sky.\nid: sky\nmarks: 2\nspace: 6 lines\n\nBlue.\n'],
  ],
  'lint-stem-long': [
    [`## Explain ${'a very long way round '.repeat(6)}.\nid: sky\nmarks: 3\n\nLight.\n`],
    [`## Explain “${'a very long way round '.repeat(6)}”.\nid: sky\nmarks: 3\n\nLight.\n`],
  ],
  'lint-tariff': [
    [essay(25), { paper: 'board: aqa\n' }],
    [essay(30), { paper: 'board: aqa\n' }],
  ],
  'lint-weights': [
    [
      choice('Where does it go?', FOUR, 'objectives: ao1\n'),
      { objectives: true, paper: 'weights: { ao1: 60, ao2: 40 }\n' },
    ],
    [
      choice('Where does it go?', FOUR, 'objectives: ao1\n'),
      { objectives: true, paper: 'weights: { ao1: 100, ao2: 0 }\n' },
    ],
  ],
};

describe('lint', () => {
  it('has a case for each code, and a code for each rule', () => {
    const codes = Object.keys(CODES).filter((code) => code.startsWith('lint-'));
    expect(Object.keys(CASES)).toEqual(codes);
    expect(RULES.length).toBe(codes.length);
  });

  for (const [code, [flawed, sound]] of Object.entries(CASES))
    it(`${code}: finds the flaw, says why, and leaves its like alone`, () => {
      const findings = found(...flawed).filter((finding) => finding.code === code);
      expect(findings.length).toBeGreaterThan(0);
      for (const { severity, hint, where } of findings) {
        expect(severity).toBe('warning');
        expect(hint).toBeDefined();
        expect(where.file).toMatch(/items\.md|chapters\.md|papers\/paper\.md/);
      }
      expect(found(...sound)).toEqual([]);
    });
});
