import { layOutAll } from '../../build/build.ts';
import { command } from '../command.ts';
import { cannotStart } from '../inputs.ts';
import { openSession } from '../session.ts';

/** `studypack check`: does everything that `build` does, except painting and writing. */
export const checkCommand = command({
  arguments: '[...packs]',
  examples: ['check', 'check never-let-me-go'],
  async run({ packs }, _, { report, output, finish }) {
    const session = openSession(packs, {}, report);
    if (!session || cannotStart(session, report)) return finish();
    const documents = layOutAll(session.packs, session.templates, session.options, report);
    const count = `${session.packs.length} ${session.packs.length === 1 ? 'pack' : 'packs'}`;
    if (!report.failed()) output.say(`${count}, ${documents.length} documents: no errors found.\n`);
    return finish();
  },
});
