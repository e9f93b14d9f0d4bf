import { answeredTasks, type LintRule } from './linted-pack.ts';

/** Words that tell pupils what kind of answer to give. */
export const COMMAND_WORDS = [
  'Analyse',
  'Argue',
  'Assess',
  'Calculate',
  'Compare',
  'Complete',
  'Consider',
  'Contrast',
  'Copy',
  'Define',
  'Describe',
  'Discuss',
  'Draw',
  'Evaluate',
  'Explain',
  'Explore',
  'Find',
  'Give',
  'Identify',
  'Justify',
  'Label',
  'List',
  'Match',
  'Name',
  'Outline',
  'Predict',
  'Prove',
  'Put',
  'Quote',
  'Show',
  'Sketch',
  'State',
  'Suggest',
  'Summarise',
  'Tell',
  'Translate',
  'Use',
  'Write',
] as const;

/** A question with a written answer has neither a question mark nor a command word. */
export const noCommandWord: LintRule = (subject, report) => {
  const commands = new RegExp(`\\b(${COMMAND_WORDS.join('|')})\\b`, 'i');
  for (const { task, kind } of answeredTasks(subject)) {
    if (!kind.isWritten) continue;
    const asked = `${task.stem.text} ${task.text?.text ?? ''}`;
    if (asked.includes('?') || commands.test(asked)) continue;
    report.add(
      'lint-no-command-word',
      task.stem.at,
      'This does not say what kind of answer you want.',
      `Ask a question, or begin with a command word: ${COMMAND_WORDS.slice(0, 5).join(', ')} …`,
    );
  }
};
