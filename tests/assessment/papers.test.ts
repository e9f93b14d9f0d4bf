import { describe, expect, it } from 'vitest';
import { readAssessment } from '../../src/assessment/assessment.ts';
import type { Item, Task } from '../../src/assessment/item-bank/item.ts';
import { QUESTION_KINDS } from '../../src/assessment/kinds/question-kinds.ts';
import { TABLES } from '../../src/build/tables/tables.ts';
import { readPackSources } from '../../src/cli/files/reading/read-sources.ts';
import { readPack } from '../../src/content/read-pack.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import type { Laid, StructureNode } from '../../src/pages/laid.ts';
import { mm } from '../../src/pages/length.ts';
import type { Mark } from '../../src/pages/page.ts';
import { layOutFolder } from '../support.ts';
import { english } from '../words-in.ts';
import { assessmentOf } from './support.ts';

const FOLDERS = ['content/never-let-me-go', 'tests/packs/optics'];

/** Small letters and single spaces: how texts are compared. */
const plain = (text: string) =>
  text
    .replace(/[*_\\#[\]]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** Everything that a file says: its text, descriptions of its figures, its bookmarks. */
function saidIn(laid: Laid): string {
  const text = (marks: readonly Mark[]): string =>
    marks
      .map((mark) => (mark.kind === 'text' ? mark.text : mark.kind === 'group' ? text(mark.marks) : ''))
      .join(' ');
  const structure = (node: StructureNode): string =>
    JSON.stringify({ ...node, children: [] }) +
    node.children.map((child) => ('role' in child ? structure(child) : '')).join(' ');
  const outline = laid.outline.map(({ title }) => title).join(' ');
  return plain(
    `${laid.pages.map((page) => text(page.marks)).join(' ')} ${structure(laid.structure)} ${outline}`,
  );
}

const allTasks = (task: Task): Task[] => [task, ...task.parts.flatMap(allTasks)];

/** What only the teacher is to read: each run of so many words of it. */
function secrets({ task }: Item, words: number): string[] {
  return allTasks(task)
    .flatMap(({ notes }) => Object.entries(notes))
    .filter(([name]) => name !== 'task')
    .flatMap(([, { text }]) => {
      const split = plain(text).split(' ');
      return split.slice(words - 1).map((_, index) => split.slice(index, index + words).join(' '));
    });
}

describe.each(FOLDERS)('the papers of %s', (folder) => {
  const report = createReport();
  const [source] = readPackSources([folder], 'content', report);
  const pack = readPack(source!.id, source!.folder, source!.content, TABLES.entryKinds, report)!;
  const { papers } = readAssessment(pack, TABLES.questionKinds, english, report);
  const { documents, report: laying } = layOutFolder(folder, { products: ['exam-paper', 'mark-scheme'] });
  const fileOf = (product: string, name: string) =>
    documents.find(({ draft }) => draft.job.name === `${pack.id}/${product}/${name}`)!.pages;

  it('come without a finding, in every form', () => {
    expect(laying.diagnostics).toEqual([]);
    const wanted = papers.flatMap(({ paper }) => paper.forms.length + 1);
    expect(documents.length).toBe(wanted.reduce((sum, count) => sum + count, 0));
  });

  it('tell candidates nothing that is the teacher’s: no five words in a row that are not theirs, too', () => {
    const pupils = plain(
      [...pack.entries.stimuli, ...pack.entries.quotations].map(({ body }) => body.text).join(' '),
    );
    for (const { paper, forms } of papers) {
      const items = paper.sections.flatMap((section) => section.items);
      const asked = plain(
        items
          .flatMap(({ task }) => allTasks(task))
          .map((task) => JSON.stringify([task.stem, task.text, task.body]))
          .join(' '),
      );
      for (const { letter } of forms) {
        const said = saidIn(fileOf('exam-paper', `${paper.id}-${letter.toLowerCase()}`));
        const told = items
          .flatMap((item) => secrets(item, 5))
          .filter((words) => said.includes(words) && !asked.includes(words) && !pupils.includes(words));
        expect(told).toEqual([]);
        expect(said).not.toContain('teacher ·');
      }
    }
  });

  it('would be caught telling: the mark scheme says what papers must not', () => {
    const [{ paper }] = papers as [(typeof papers)[number]];
    const said = saidIn(fileOf('mark-scheme', `${paper.id}-scheme`));
    const items = paper.sections.flatMap((section) => section.items);
    expect(
      items.flatMap((item) => secrets(item, 5)).filter((words) => said.includes(words)).length,
    ).toBeGreaterThan(5);
    expect(said).toContain('teacher ·');
  });

  it('print marks that add up to what the cover says', () => {
    for (const { paper, forms } of papers)
      for (const { letter } of forms) {
        const said = saidIn(fileOf('exam-paper', `${paper.id}-${letter.toLowerCase()}`));
        expect(said).toContain(`total: ${paper.marks} mark`);
        const sections = paper.sections.map(({ marks }) => marks).reduce((sum, marks) => sum + marks, 0);
        expect(sections).toBe(paper.marks);
        // In OCR’s manner a bare number follows the question.
        for (const { task } of paper.sections.flatMap((section) => section.items))
          for (const { marks, parts } of allTasks(task))
            if (parts.length === 0) expect(said).toMatch(new RegExp(`${marks} mark|[.?] ${marks} `));
      }
  });

  it('say where to turn over, and where questions end', () => {
    for (const { paper, forms } of papers)
      for (const { letter } of forms) {
        const { pages } = fileOf('exam-paper', `${paper.id}-${letter.toLowerCase()}`);
        const said = pages.map(({ marks }) => JSON.stringify(marks));
        // A page before a text may be blank too; that one is not the last.
        const isBlank = said.at(-1)!.includes('This page is left blank');
        const last = pages.length - (isBlank ? 2 : 1);
        // Nobody has to ask what the back of the last sheet is for.
        expect(pages.length % 2).toBe(0);
        expect(said[last]).not.toContain('This page is left blank');
        said.forEach((text, index) => {
          expect(text.includes('Turn over')).toBe(index > 0 && index < last);
          expect(/End of questions|END OF QUESTION PAPER/.test(text)).toBe(index === last);
        });
      }
  });
});

describe('the papers of the first pack', () => {
  it('ask every kind of item between them, in two forms each but for essays', () => {
    const [source] = readPackSources(['content/never-let-me-go'], 'content', createReport());
    const pack = readPack(source!.id, source!.folder, source!.content, TABLES.entryKinds, createReport())!;
    const { papers } = readAssessment(pack, TABLES.questionKinds, english, createReport());
    expect(papers.map(({ paper }) => paper.duration)).toEqual([45, 90, 45, 75, 65, 50]);
    expect(papers.map(({ forms }) => forms.length)).toEqual([2, 2, 1, 1, 1, 1]);
    const sections = papers.flatMap(({ paper }) => paper.sections);
    const tasks = sections.flatMap(({ items }) => items.flatMap(({ task }) => allTasks(task)));
    const bodies = tasks.map(({ body }) => body);
    expect(new Set(bodies.map(({ kind }) => kind))).toEqual(
      new Set([...QUESTION_KINDS.map(({ name }) => name), 'parts']),
    );
    // And in every form that the kinds have.
    expect(bodies.some((body) => body.kind === 'multiple-choice' && body.choose > 1)).toBe(true);
    expect(bodies.some((body) => body.kind === 'cloze' && body.bank)).toBe(true);
    expect(bodies.some((body) => body.kind === 'cloze' && !body.bank)).toBe(true);
    expect(tasks.some(({ parts }) => parts.some((part) => part.parts.length > 0))).toBe(true);
    expect(sections.some(({ answer }) => answer === 1)).toBe(true);
  });
});

describe('a mark scheme', () => {
  it('gives levels from the top down, however they are written', () => {
    const { assessment, report } = assessmentOf({
      'levels.md': '## Essay\nid: essay\n\n- 1–2: A remark.\n- 5–6: An argument.\n- 3–4: Some points.\n',
    });
    expect(report.diagnostics).toEqual([]);
    expect(assessment.levels['essay']!.map(({ from, to }) => [from, to])).toEqual([
      [5, 6],
      [3, 4],
      [1, 2],
    ]);
  });

  it('has a column for objectives, and the marks of each where there are several', () => {
    const { documents } = layOutFolder('content/never-let-me-go', { products: ['mark-scheme'] });
    const said = saidIn(documents.find(({ draft }) => draft.job.name.endsWith('paper-1-scheme'))!.pages);
    expect(said).toContain('no. answer guidance marks ao');
    expect(said).toMatch(/4 ao1\s\(2\), ao2\s\(2\)/);
  });
});

describe('a marking sheet', () => {
  it('is for the teacher: it says so at the foot of each page', () => {
    const { documents, report } = layOutFolder('content/never-let-me-go', { products: ['marking-sheet'] });
    expect(report.diagnostics).toEqual([]);
    expect(documents.map(({ draft }) => draft.job.name)).toEqual([
      'never-let-me-go/marking-sheet/paper-1',
      'never-let-me-go/marking-sheet/paper-2',
      'never-let-me-go/marking-sheet/paper-3',
      'never-let-me-go/marking-sheet/paper-4',
      'never-let-me-go/marking-sheet/paper-5',
      'never-let-me-go/marking-sheet/paper-6',
    ]);
    for (const { pages } of documents)
      for (const page of pages.pages) {
        expect(JSON.stringify(page.marks)).toContain('TEACHER');
        expect(JSON.stringify(page.marks)).toContain('Pupil');
      }
  });

  it.each(['a4', 'letter'] as const)('has a class of 32 on one page of %s, in rows to write in', (paper) => {
    const { documents } = layOutFolder('content/never-let-me-go', { products: ['marking-sheet'], paper });
    for (const { pages } of documents) {
      expect(pages.pages).toHaveLength(1);
      const baseline = (label: string) =>
        pages.pages[0]!.marks.flatMap((mark) =>
          mark.kind === 'text' && mark.text === label ? [mark.y] : [],
        ).at(-1)!;
      // 31 rows of at least 6.1 mm from the first name to the last.
      expect(baseline('32') - baseline('2')).toBeGreaterThanOrEqual(30 * mm(6.1));
    }
  });
});

describe('an item in a file of its own', () => {
  it('has its stem in a field, and its sections under ##', () => {
    const text =
      '---\nstem: Where does light go?\nmarks: 2\n---\n\nOn.\n\n## Guidance\n\nA mark for each word.\n';
    const files = {
      'pack.md': '---\ntitle: T\nlang: en-GB\ndate: 2026-01-01\n---\n\nText.\n',
      'items/ray.md': text,
    };
    const report = createReport();
    const sources = Object.entries(files).map(([name, content]) => ({ path: name, name, text: content }));
    const { items } = readAssessment(
      readPack('t', 't', sources, TABLES.entryKinds, report)!,
      TABLES.questionKinds,
      english,
      report,
    );
    expect(report.diagnostics).toEqual([]);
    expect(items[0]!.task.stem).toEqual({
      text: 'Where does light go?',
      at: { file: 'items/ray.md', line: 2, column: 7 },
    });
    expect(Object.keys(items[0]!.task.notes).sort()).toEqual(['answer', 'guidance']);
  });
});

describe('a paper without a seed', () => {
  const ITEMS = Array.from({ length: 6 }, (_, n) => `## Question ${n}?\nmarks: 1\n\nYes.\n\n`).join('');
  const formsOf = (seed: string) => {
    const { assessment, report } = assessmentOf({
      'items.md': ITEMS,
      'papers/quiz.md': `---\ntitle: Quiz\nduration: 9\n${seed}sections:\n  - title: All\n    pick: { count: 4 }\n---\n`,
    });
    expect(report.diagnostics).toEqual([]);
    return assessment.papers.map(({ forms }) => forms);
  };

  it('has its id as its seed', () => {
    expect(formsOf('')).toEqual(formsOf('seed: quiz\n'));
    expect(formsOf('')).not.toEqual(formsOf('seed: other\n'));
  });
});
