import { layOutAll } from '../../build/build.ts';
import { countInWords } from '../../diagnostics/count-in-words.ts';
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
    const count = `${countInWords(session.packs.length, 'pack')}, ${countInWords(documents.length, 'document')}`;
    if (!report.failed()) output.say(`${count}: no errors found.\n`);
    return finish();
  },
});
