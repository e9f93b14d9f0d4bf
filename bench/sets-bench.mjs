import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeQuestions } from './exam-bench.mjs';
import { PDFKIT_PRINT } from './settings.mjs';

const SETS = [
  { copies: 30, rounds: 9 },
  { copies: 1000, rounds: 3 },
];

/** A copy of an eight-page paper for each pupil of a class, in two forms. PDFKit prints 60 questions and a name. */
export function setsBench({ main, root, fonts, sentences, folder }) {
  return SETS.map(({ copies, rounds }) => {
    const at = (ending) => join(folder, `set-${copies}${ending}`);
    const names = Array.from({ length: copies }, (_, index) => `Pupil Number-${index + 1}`);
    writeFileSync(
      at('.csv'),
      `name,seat\n${names.map((name, index) => `${name},${index + 1}`).join('\n')}\n`,
    );
    writeFileSync(at('.json'), JSON.stringify({ questions: makeQuestions(sentences), copies: names }));
    const paper = ['paper-2', '--pack', 'never-let-me-go'];
    return {
      name: `a set of ${copies}`,
      rounds,
      cwd: root,
      ours: {
        args: [main, 'set', ...paper, '--roster', at('.csv'), '--out', at('')],
        pdf: join(at(''), `never-let-me-go/class-set/set-${copies}/paper-2.pdf`),
      },
      pdfkit: { args: [PDFKIT_PRINT, fonts, 'exam', at('.json'), at('-pdfkit.pdf')], pdf: at('-pdfkit.pdf') },
    };
  });
}
