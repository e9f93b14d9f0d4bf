import { describe, expect, it } from 'vitest';
import { readAssessment } from '../../src/assessment/assessment.ts';
import { textsForPupils } from '../../src/assessment/for-pupils/texts-for-pupils.ts';
import { kindOf, QUESTION_KINDS } from '../../src/assessment/kinds/question-kinds.ts';
import { TABLES } from '../../src/build/tables/tables.ts';
import { readPackSources } from '../../src/cli/files/reading/read-sources.ts';
import { readPack } from '../../src/content/read-pack.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import { english } from '../words-in.ts';

/** Every task that is printed in a form of some paper, with its order there. */
const printed = ['content/never-let-me-go', 'tests/packs/optics'].flatMap((folder) => {
  const report = createReport();
  const [source] = readPackSources([folder], 'content', report);
  const pack = readPack(source!.id, source!.folder, source!.content, TABLES.entryKinds, report)!;
  const { papers, items, kinds } = readAssessment(pack, TABLES.questionKinds, english, report);
  const questions = papers.flatMap(({ forms }) =>
    forms.flatMap(({ sections }) => sections.flatMap((section) => section.questions)),
  );
  return questions.flatMap(({ item, orders }) => {
    const { task } = items.find(({ id }) => id === item)!;
    return Object.entries(orders).map(([labels, order]) => {
      const path = labels.match(/\([a-z]+\)/g) ?? [];
      const leaf = path.reduce((whole, label) => whole.parts.find((one) => one.label === label)!, task);
      return { task: leaf, order, pack, kinds, kind: kindOf(leaf.body, kinds) };
    });
  });
});

describe('each kind of question', () => {
  it('is among these tasks', () => {
    expect(new Set(printed.map(({ kind }) => kind.name))).toEqual(
      new Set(QUESTION_KINDS.map(({ name }) => name)),
    );
  });

  it('has a key that is checked, or says that only the mark scheme can give one', () => {
    for (const { kind, task, order } of printed)
      expect(kind.right(task.body) === undefined).toBe(kind.key(task.body, order) === '');
  });

  it('prints no authored text that pupils are not known to read', () => {
    for (const { kind, task, order, pack, kinds } of printed)
      for (const isSupport of [false, true]) {
        const known = textsForPupils(task, { kinds, words: english, pack, isSupport });
        const quoted = kind.lint.quotations(task.body);
        for (const value of Object.values(
          kind.print(task.body, { order, isSupport, words: english, pack }),
        ).flat())
          if (typeof value === 'object' && 'text' in value && quoted.length === 0)
            expect(known).toContain(value.text);
      }
  });

  it('keeps its secrets, unless a box offers them', () => {
    for (const { kind, task, pack, kinds } of printed) {
      const known = textsForPupils(task, { kinds, words: english, pack });
      const offered = 'bank' in task.body;
      for (const { text } of kind.secrets(task.body)) if (!offered) expect(known).not.toContain(text.text);
    }
  });

  it('has fields only for its own block', () => {
    for (const { kind, task, order, pack } of printed) {
      const fields = Object.keys(kind.print(task.body, { order, isSupport: false, words: english, pack }));
      const known = Object.keys((kind.block.fields as unknown as { shape: object }).shape);
      expect(known).toEqual(expect.arrayContaining(fields));
      expect(known.includes('space')).toBe(kind.takesRoom);
    }
  });
});
