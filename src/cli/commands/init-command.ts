import * as z from 'zod';
import { nearest } from '../../diagnostics/suggest.ts';
import { command } from '../command.ts';
import { copyStarter } from '../files/starters/copy-starter.ts';
import { starterSubjects } from '../files/starters/starter-subjects.ts';
import { choiceFlag, Refusal } from '../flags.ts';
import { quotedArgument } from '../quoted-argument.ts';
import { wayToRun } from '../way-to-run.ts';

const SUBJECTS = starterSubjects();

/** `studypack init`: copies a small pack to start from into a new folder. */
export const initCommand = command({
  arguments: '<folder>',
  flags: z.object({
    subject: choiceFlag(SUBJECTS, { value: 'name', help: 'What the example pack is about' }, (written) => {
      const near = nearest(written, SUBJECTS);
      return new Refusal(
        `There is no example pack for the subject “${written}”.`,
        `${near === undefined ? '' : `Did you mean “${near}”? `}Subjects: ${SUBJECTS.join(', ')}.`,
      );
    }).default('poetry'),
  }),
  examples: ['init my-packs', 'init my-packs --subject history'],
  async run({ folder }, { subject }, { report, output, finish }) {
    const pack = copyStarter(folder, subject, report);
    if (pack !== undefined)
      output.say(
        `${folder} is ready. Next:\n\n${nextCommands(folder, pack)
          .map((line) => `  ${line}\n`)
          .join('')}\nTo work in the browser, double-click “Open Studypack” in that folder.\n`,
      );
    return finish();
  },
});

function nextCommands(folder: string, pack: string): string[] {
  const way = wayToRun(process.env);
  // npm runs its scripts in the folder of package.json, wherever it was called.
  if (way === 'npm run -s studypack --')
    return [`${way} build ${quotedArgument(`${folder.replace(/\/+$/, '')}/content/${pack}`)}`];
  return [`cd ${quotedArgument(folder)}`, `${way} build`];
}
