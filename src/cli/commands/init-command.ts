import { command } from '../command.ts';
import { copyStarter } from '../files/copy-starter.ts';

/** `studypack init`: copies a small pack to start from into a new folder. */
export const initCommand = command({
  arguments: '<folder>',
  examples: ['init demo'],
  async run({ folder }, _, { report, output, finish }) {
    if (copyStarter(folder, report))
      output.say(`${folder} is ready. Next: cd ${folder} && studypack build\n`);
    return finish();
  },
});
