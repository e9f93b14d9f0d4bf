import { command } from '../command.ts';
import { copyStarter } from '../files/copy-starter.ts';
import { quotedArgument } from '../quoted-argument.ts';
import { wayToRun } from '../way-to-run.ts';

/** `studypack init`: copies a small pack to start from into a new folder. */
export const initCommand = command({
  arguments: '<folder>',
  examples: ['init demo'],
  async run({ folder }, _, { report, output, finish }) {
    if (copyStarter(folder, report))
      output.say(
        `${folder} is ready. Next:\n\n${nextCommands(folder)
          .map((line) => `  ${line}\n`)
          .join('')}`,
      );
    return finish();
  },
});

function nextCommands(folder: string): string[] {
  const way = wayToRun(process.env);
  // npm runs its scripts in the folder of package.json, wherever it was called.
  if (way === 'npm run -s studypack --')
    return [`${way} build ${quotedArgument(`${folder.replace(/\/+$/, '')}/content/the-tyger`)}`];
  return [`cd ${quotedArgument(folder)}`, `${way} build`];
}
