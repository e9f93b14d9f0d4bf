import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BuildResult } from '../../src/cli/build-result.ts';
import { argumentsFor } from '../../src/cli/shards/run-shards.ts';
import { teacherFolder } from './studypack.ts';

const { folder, studypack, installed } = teacherFolder();
cpSync(join(folder, 'content/optics'), join(folder, 'content/waves'), { recursive: true });
cpSync(join(folder, 'content/optics'), join(folder, 'content/mirrors'), { recursive: true });
mkdirSync(join(folder, 'rosters'));
writeFileSync(
  join(folder, 'rosters/10b.csv'),
  `name,seat\n${['Ada Adler', 'Bo Bell', 'Chidi Cruz', 'Dana Dorsey', 'Emre Engel'].map((name, index) => `${name},${index + 1}`).join('\n')}\n`,
);

/** The bytes of all files below a folder, by their paths, but for hidden ones. */
const filesIn = (at: string) =>
  Object.fromEntries(
    readdirSync(join(folder, at), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [path.slice(join(folder, at).length), readFileSync(path).toString('base64')];
      })
      .sort(),
  );

const BUILD = ['build', '--product', 'handout', '--product', 'flashcards', '--quiet'];
const SET = ['set', 'quiz', '--pack', 'optics', '--roster', 'rosters/10b.csv', '--split', '2', '--quiet'];

/** Prints the shards of a command, each into a folder of its own. */
async function printShards(args: readonly string[], of: number, at: string): Promise<string[]> {
  const folders = Array.from({ length: of }, (_, index) => `${at}/${index + 1}`);
  for (const [index, out] of folders.entries()) {
    const { status, stderr } = await studypack([...args, '--shard', `${index + 1}/${of}`, '--out', out]);
    expect([status, stderr]).toEqual([0, '']);
  }
  return folders;
}

describe.each([
  ['a build', BUILD],
  ['a class set', SET],
] as const)('%s in shards', (name, args) => {
  const at = name.replaceAll(' ', '-');

  it('gives the bytes of one run when it is merged', async () => {
    expect(await studypack([...args, '--out', `${at}/one`])).toMatchObject({ status: 0 });
    const one = filesIn(`${at}/one`);
    expect(Object.keys(one).length).toBeGreaterThan(3);
    for (const of of [1, 2, 5]) {
      const folders = await printShards(args, of, `${at}/of-${of}`);
      const merged = await studypack(['merge', ...folders, '--out', `${at}/merged-${of}`]);
      expect([merged.status, merged.stderr]).toEqual([0, '']);
      expect(filesIn(`${at}/merged-${of}`)).toEqual(one);
    }
  });

  it('does not depend on what a shard that was stopped has left', async () => {
    rmSync(join(folder, `${at}/of-2/1`), { recursive: true });
    mkdirSync(join(folder, `${at}/of-2/1/optics`), { recursive: true });
    writeFileSync(join(folder, `${at}/of-2/1/optics/half.pdf`), '%PDF-1.7');
    const missing = await studypack(['merge', `${at}/of-2/1`, `${at}/of-2/2`, '--out', `${at}/again`]);
    expect(missing.status).toBe(1);
    expect(missing.stderr).toContain('shard-missing');
    expect(existsSync(join(folder, `${at}/again`))).toBe(false);
    await studypack([...args, '--shard', '1/2', '--out', `${at}/of-2/1`]);
    expect(await studypack(['merge', `${at}/of-2/1`, `${at}/of-2/2`, '--out', `${at}/again`])).toMatchObject({
      status: 0,
    });
    expect(filesIn(`${at}/again`)).toEqual(filesIn(`${at}/one`));
  });

  it('holds no name in its records', () => {
    const record = readFileSync(join(folder, `${at}/of-5/1/.studypack-shard-1-of-5.json`), 'utf8');
    expect(record).not.toMatch(/Ada|Adler|Cruz/);
  });
});

describe('a build in several processes', () => {
  it('writes the bytes of one, says the same, and leaves no records', async () => {
    const one = await studypack([...BUILD, '--json', '--out', 'a-build/one', '--force']);
    const both = installed([...BUILD, '--json', '--jobs', '2', '--out', 'a-build/both']);
    expect([both.status, both.stderr]).toEqual([0, '']);
    expect(filesIn('a-build/both')).toEqual(filesIn('a-build/one'));
    const told = ({ stdout }: { stdout: string }) => {
      const { packs, files, diagnostics } = JSON.parse(stdout) as BuildResult;
      const paths = files.map(({ path }) => path.replace(/^a-build\/\w+\//, ''));
      return { packs: packs.map(({ pack }) => pack).sort(), paths: paths.sort(), diagnostics };
    };
    expect(told(both)).toEqual(told(one));
    const hidden = readdirSync(join(folder, 'a-build/both')).filter((name) => name.startsWith('.'));
    expect(hidden).toEqual(['.studypack.json']);
  });

  it('reports what is wrong with one pack, and prints the others', () => {
    const broken = join(folder, 'content/optics/themes/broken.md');
    writeFileSync(broken, 'no front matter');
    const { status, stderr } = installed([...BUILD, '--jobs', '3', '--out', 'jobs']);
    rmSync(broken);
    expect([status, stderr]).toEqual([1, expect.stringContaining('content/optics/themes/broken.md')]);
    expect(stderr).toContain('Printed: mirrors, waves. Not printed');
    expect(Object.keys(filesIn('jobs')).some((path) => path.startsWith('/optics'))).toBe(false);
  });

  it('passes options on as they were given', () => {
    const options = {
      product: ['a', 'b'],
      paper: undefined,
      grey: true,
      keep: false,
      pupils: 28,
      out: 'my output',
    };
    expect(argumentsFor(options)).toEqual([
      '--product',
      'a',
      '--product',
      'b',
      '--grey',
      '--pupils',
      '28',
      '--out',
      'my output',
    ]);
  });
});

describe('shards that do not make a whole', () => {
  const merge = async (...folders: string[]) => {
    const { status, stderr } = await studypack(['merge', ...folders, '--out', 'not-merged']);
    expect(status).toBe(1);
    expect(existsSync(join(folder, 'not-merged'))).toBe(false);
    return stderr;
  };
  const [first, second] = ['a-build/of-2/1', 'a-build/of-2/2'];

  it('are refused if one is missing, there twice, or not there at all', async () => {
    expect(await merge(second)).toMatch(/shard-missing.*A shard is missing: 1\/2.*--shard 1\/2/s);
    cpSync(join(folder, second), join(folder, 'twice'), { recursive: true });
    expect(await merge(first, second, 'twice')).toMatch(
      /shard-twice.*Shard 2\/2 is also in a-build\/of-2\/2/s,
    );
    expect(await merge('nowhere')).toMatch(/nowhere:1:1 error shard-missing/);
  });

  it('are refused if they come from different runs', async () => {
    const other = ['build', '--product', 'handout', '--quiet', '--shard', '2/2', '--out', 'other'];
    await studypack(other);
    expect(await merge(first, 'other')).toMatch(
      /shards-different.*options or the class list must be the same/s,
    );
    expect(await merge(first, 'a-class-set/of-2/2')).toContain('the command must be the same');
    expect(await merge(first, 'a-build/of-5/2')).toContain('the number of shards must be the same');
  });

  it('are refused if a file or a record was changed, and every one is named', async () => {
    cpSync(join(folder, second), join(folder, 'changed'), { recursive: true });
    const [pdf, other] = Object.keys(filesIn('changed'));
    writeFileSync(join(folder, 'changed', pdf!), 'changed');
    renameSync(join(folder, 'changed', other!), join(folder, 'changed', `${other}.old`));
    const said = await merge(first, 'changed');
    for (const path of [pdf, other]) expect(said).toContain(`changed${path}`);
    expect(said.match(/shard-damaged/g)).toHaveLength(2);
    writeFileSync(join(folder, 'changed/.studypack-shard-2-of-2.json'), '{"format": 1');
    expect(await merge(first, 'changed')).toMatch(/shard-damaged.*record of a shard is damaged/s);
  });

  it('are refused if one found an error in what it has to print, which only that one reports', async () => {
    const broken = join(folder, 'content/optics/themes/broken.md');
    writeFileSync(broken, 'no front matter');
    const [fails, works] = [
      await studypack([...BUILD, '--shard', '2/3', '--out', 'e/2']),
      await studypack([...BUILD, '--shard', '1/3', '--out', 'e/1']),
    ];
    await studypack([...BUILD, '--shard', '3/3', '--out', 'e/3']);
    rmSync(broken);
    expect([works.status, works.stderr]).toEqual([0, '']);
    expect([fails.status, fails.stderr]).toEqual([
      1,
      expect.stringContaining('content/optics/themes/broken.md'),
    ]);
    expect(await merge('e/1', 'e/2', 'e/3')).toMatch(/shard-unfinished.*Shard 2\/3 did not print optics/s);
  });

  it('cannot be made of a set in one file, or by other words than i/n', async () => {
    const { status, stderr } = await studypack([...SET.slice(0, 6), '--shard', '1/2']);
    expect([status, stderr]).toEqual([1, expect.stringContaining('--split 30')]);
    for (const shard of ['0/2', '3/2', '1', 'a/b', '1/20000']) {
      const { status: code, stderr: said } = await studypack([...BUILD, '--shard', shard]);
      expect([code, said]).toEqual([1, expect.stringContaining(`“${shard}” is not a shard`)]);
    }
  });
});
