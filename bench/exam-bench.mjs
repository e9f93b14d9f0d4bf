import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFKIT_PRINT } from './settings.mjs';
import { TYPST_PRINT } from './typst-source.mjs';

const QUESTIONS = 60;

/**
 * A paper of 60 questions, half of them with options and half with lines to write on. Ours is also read back and compared
 * with its key, which the others can't do.
 */
export function examBench({ main, fonts, sentences, folder }) {
  const at = join(folder, 'exam');
  const pack = join(at, 'content/exam');
  mkdirSync(join(pack, 'papers'), { recursive: true });
  const questions = makeQuestions(sentences);
  writeFileSync(
    join(pack, 'pack.md'),
    '---\ntitle: Exam\nlang: en-GB\ndate: 2026-01-05\n---\n\nQuestions.\n',
  );
  writeFileSync(join(pack, 'items.md'), questions.map(toItem).join('\n'));
  const ids = questions.map((_, index) => `q${index + 1}`);
  writeFileSync(
    join(pack, 'papers/paper-1.md'),
    `---\ntitle: Paper 1\nduration: 90\nseed: bench\nsections:\n  - title: Section A\n    items: [${ids.join(', ')}]\n---\n\nAnswer all questions.\n`,
  );
  writeFileSync(join(at, 'exam.json'), JSON.stringify({ questions, copies: [''] }));
  writeFileSync(join(at, 'exam.typ'), toTypst(questions));
  return {
    name: `a paper of ${QUESTIONS} questions`,
    rounds: 9,
    cwd: at,
    ours: {
      args: [main, 'build', '--product', 'exam-paper', '--force', '--out', 'output'],
      pdf: join(at, 'output/exam/exam-paper/paper-1-a.pdf'),
    },
    typst: {
      args: [TYPST_PRINT, fonts, join(at, 'exam.typ'), join(at, 'typst.pdf')],
      pdf: join(at, 'typst.pdf'),
    },
    pdfkit: {
      args: [PDFKIT_PRINT, fonts, 'exam', join(at, 'exam.json'), join(at, 'pdfkit.pdf')],
      pdf: join(at, 'pdfkit.pdf'),
    },
  };
}

export function makeQuestions(sentences) {
  return Array.from({ length: QUESTIONS }, (_, index) => {
    const at = 300 + index * 6;
    const stem = `What is said about number ${index + 1}? ${sentences[at]}`;
    return index % 2 === 0
      ? { stem, marks: 1, options: sentences.slice(at + 1, at + 5).map((one) => one.replace(/[.?!]$/, '')) }
      : { stem, marks: 3, lines: 4, answer: sentences[at + 5] };
  });
}

function toItem({ stem, marks, options, answer }, index) {
  const head = `## ${stem}\nid: q${index + 1}\n`;
  if (!options) return `${head}kind: short\nmarks: ${marks}\n\n${answer}\n`;
  const listed = options.map((option, at) => `- ${at === index % 4 ? '[x] ' : ''}${option}`);
  return `${head}kind: multiple-choice\nmarks: ${marks}\n\n${listed.join('\n')}\n`;
}

function toTypst(questions) {
  const body = questions.map(({ stem, marks, options, lines }) => {
    const room = options
      ? options.map((option) => `#box(stroke: 0.5pt, width: 4mm, height: 4mm) ${option} \\`).join('\n')
      : `#for _ in range(${lines}) [#v(9mm) #line(length: 100%, stroke: 0.4pt)]`;
    return `+ ${stem}\n\n  ${room.replaceAll('\n', '\n  ')}\n\n  #align(right)[*[${marks} marks]*]\n`;
  });
  return `#set document(title: "Paper 1")\n#set page(paper: "a4", margin: 20mm, footer: context align(center, counter(page).display()))\n#set text(font: "Source Serif 4", size: 11pt, lang: "en")\n= Paper 1\n\n${body.join('\n')}`;
}
