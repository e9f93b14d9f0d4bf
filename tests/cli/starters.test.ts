import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { starterSubjects } from '../../src/cli/files/starters/starter-subjects.ts';
import { teacherFolder } from './studypack.ts';

const { folder, studypack, files } = teacherFolder();

describe('the subjects of init', () => {
  it('are six', () =>
    expect(starterSubjects()).toEqual(['drama', 'history', 'languages', 'literature', 'poetry', 'science']));

  it.each(starterSubjects())('%s: an example pack that prints without a finding', async (subject) => {
    expect((await studypack(['init', subject, '--subject', subject])).status).toBe(0);
    const [name, ...others] = readdirSync(join(folder, subject, 'content'));
    expect(others).toEqual([]);
    const pack = `${subject}/content/${name}`;
    const built = await studypack(['build', pack, '--preflight', '--json']);
    expect({ status: built.status, said: built.stderr }).toEqual({ status: 0, said: '' });
    expect(JSON.parse(built.stdout)).toMatchObject({ diagnostics: [] });
    // What every teacher looks for first, whatever the subject.
    const made = files(`output/${name}`).join(' ');
    for (const one of ['-core.pdf', '-key.pdf', '-scheme.pdf', 'vocabulary-cards.pdf', 'print-list.pdf'])
      expect(made).toContain(one);
    expect(await studypack(['lint', pack])).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(folder, subject, 'README.md'), 'utf8')).toMatch(
      new RegExp(`^# A pack on .*\`content/${name}/\`.*## Print it.*## Write your own`, 's'),
    );
    expect(existsSync(join(folder, subject, 'studypack.yaml'))).toBe(true);
  });

  it.each([
    ['sience', 'Did you mean “science”? Subjects: drama, history, languages, literature, poetry, science.'],
    ['woodwork', 'Subjects: drama, history, languages, literature, poetry, science.'],
  ])('are named where there is none: %s', async (subject, hint) => {
    const { status, stderr } = await studypack(['init', 'nowhere', '--subject', subject]);
    expect(status).toBe(2);
    expect(stderr).toContain(`There is no example pack for the subject “${subject}”.\n${hint}\n`);
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
  });
});
