import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { watchedPaths } from '../../../src/cli/printing/watched-paths.ts';

const folder = mkdtempSync(join(tmpdir(), 'studypack-watched-'));
afterAll(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, 'content/optics/themes'), { recursive: true });
const at = (path: string) => join(folder, path);
const all = () => watchedPaths([at('content')], [at('content/pack')]);

describe('what is watched', () => {
  it('begins at folders that exist, though the school has no settings and no words yet', () => {
    expect(all().roots).toEqual([folder]);
    expect(all().roots.every((root) => existsSync(root))).toBe(true);
  });

  it.each([
    ['content', true],
    ['content/optics/themes/light.md', true],
    ['studypack.yaml', true],
    ['words', true],
    ['words/en-GB.yaml', true],
    ['.', true],
    ['output', false],
    ['output/optics/handout/light.pdf', false],
    ['content-of-others/a.md', false],
    ['content/optics/.light.md.swp', false],
    ['.git/index', false],
  ])('%s: %s', (path, wanted) => expect(all().isWanted(at(path))).toBe(wanted));

  it('is one pack alone, with its school, if that is named', () => {
    const one = watchedPaths([at('content/optics')], [at('content/optics')]);
    expect(one.roots).toEqual([folder]);
    expect(one.isWanted(at('content/optics/pack.md'))).toBe(true);
    expect(one.isWanted(at('content/light/pack.md'))).toBe(false);
    expect(one.isWanted(at('studypack.yaml'))).toBe(true);
  });

  it('tells what belongs to a school, whose packs are all built again', () => {
    writeFileSync(at('studypack.yaml'), 'school: Elm Park\nlogo: crest.svg\n');
    writeFileSync(at('crest.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>');
    for (const path of ['studypack.yaml', 'words/fr.yaml', 'crest.svg'])
      expect(all().isOfSchool(at(path)), path).toBe(true);
    expect(all().isOfSchool(at('content/optics/pack.md'))).toBe(false);
    rmSync(at('studypack.yaml'));
  });
});
