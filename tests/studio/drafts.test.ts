import { describe, expect, it } from 'vitest';
import { createDrafts } from '../../src/studio/live/drafts.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (written: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(written);

/** Drafts of files that are in a map and not on a disk. */
function onFiles(files: Record<string, string>) {
  const disk = new Map(Object.entries(files));
  const read = (name: string) => {
    const written = disk.get(name);
    return written === undefined ? undefined : bytes(written);
  };
  return { disk, drafts: createDrafts(read) };
}

describe('drafts', () => {
  it('keep what is typed, and write nothing by themselves', () => {
    const { disk, drafts } = onFiles({ 'a.md': 'One.\n' });
    const opened = drafts.open('a.md')!;
    expect(drafts.type('a.md', 'Two.\n', opened.revision)).toBeGreaterThan(opened.revision);
    expect([drafts.typed('a.md'), drafts.unsaved(), disk.get('a.md')]).toEqual([
      'Two.\n',
      ['a.md'],
      'One.\n',
    ]);
  });

  it('are gone when a text is as it was', () => {
    const { drafts } = onFiles({ 'a.md': 'One.\n' });
    const changed = drafts.type('a.md', 'Two.\n', drafts.open('a.md')!.revision)!;
    drafts.type('a.md', 'One.\n', changed);
    expect([drafts.typed('a.md'), drafts.unsaved()]).toEqual([undefined, []]);
  });

  it('take what a page sends last, whatever it knows of what it sent before', () => {
    const { drafts } = onFiles({ 'a.md': 'One.\n' });
    const { revision } = drafts.open('a.md')!;
    drafts.type('a.md', 'Tw', revision, 'mine');
    expect(drafts.type('a.md', 'Two.\n', revision, 'mine')).toBeDefined();
    expect(drafts.type('a.md', 'Three.\n', revision, 'another')).toBeUndefined();
    expect(drafts.type('a.md', 'Three.\n', revision)).toBeUndefined();
    expect(drafts.typed('a.md')).toBe('Two.\n');
  });

  it('take nothing for a file that is not open, or that another window has typed into', () => {
    const { drafts } = onFiles({ 'a.md': 'One.\n' });
    expect(drafts.type('a.md', 'Two.\n', 0)).toBeUndefined();
    expect(drafts.open('b.md')).toBeUndefined();
    const { revision } = drafts.open('a.md')!;
    expect(drafts.open('a.md')!.revision).toBe(revision);
    drafts.type('a.md', 'Two.\n', revision);
    expect(drafts.type('a.md', 'Three.\n', revision)).toBeUndefined();
    expect(drafts.typed('a.md')).toBe('Two.\n');
  });

  it('keep the line ends and the mark of a file', () => {
    const { drafts } = onFiles({ 'a.md': '\uFEFFOne.\r\nTwo.\r\n', 'b.md': 'One.\nTwo.\r\n' });
    const opened = drafts.open('a.md')!;
    expect(opened.text).toBe('One.\nTwo.\n');
    drafts.type('a.md', 'One.\nThree.\n', opened.revision);
    drafts.type('b.md', 'One.\n', drafts.open('b.md')!.revision);
    expect(drafts.toSave().files.map((file) => text(file.bytes))).toEqual([
      '\uFEFFOne.\r\nThree.\r\n',
      'One.\n',
    ]);
  });

  it('do not open what is not text', () => {
    const drafts = createDrafts(() => new Uint8Array([0xff, 0xfe, 0x41]));
    expect(drafts.open('a.md')).toBeUndefined();
  });

  it('show both texts if a file was changed or removed by somebody else', () => {
    const { disk, drafts } = onFiles({ 'a.md': 'One.\n', 'b.md': 'One.\n', 'c.md': 'One.\n' });
    for (const name of ['a.md', 'b.md', 'c.md']) drafts.type(name, 'Mine.\n', drafts.open(name)!.revision);
    disk.set('a.md', 'Theirs.\n');
    disk.delete('b.md');
    expect(drafts.toSave().conflicts).toEqual([
      { name: 'a.md', mine: 'Mine.\n', theirs: 'Theirs.\n' },
      { name: 'b.md', mine: 'Mine.\n', theirs: undefined },
    ]);
    drafts.keepMine('a.md');
    drafts.keepMine('b.md');
    const { files, conflicts } = drafts.toSave();
    expect([files.length, conflicts]).toEqual([3, []]);
  });

  it('leave a text to somebody else', () => {
    const { disk, drafts } = onFiles({ 'a.md': 'One.\n' });
    drafts.type('a.md', 'Mine.\n', drafts.open('a.md')!.revision);
    disk.set('a.md', 'Theirs.\n');
    drafts.forget('a.md');
    expect([drafts.unsaved(), drafts.open('a.md')!.text]).toEqual([[], 'Theirs.\n']);
  });

  it('give a file another revision when it was changed on the disk, so that an old page cannot overwrite it', () => {
    const { disk, drafts } = onFiles({ 'a.md': 'One.\n' });
    const old = drafts.open('a.md')!.revision;
    disk.set('a.md', 'Two.\n');
    expect(drafts.open('a.md')!.revision).not.toBe(old);
    expect(drafts.type('a.md', 'Three.\n', old)).toBeUndefined();
  });

  it('undo saves, one after another', () => {
    const { disk, drafts } = onFiles({ 'a.md': 'One.\n' });
    let { revision } = drafts.open('a.md')!;
    expect(drafts.canUndo('a.md')).toBe(false);
    for (const next of ['Two.\n', 'Three.\n']) {
      revision = drafts.type('a.md', next, revision)!;
      for (const file of drafts.toSave().files) disk.set(file.name, text(file.bytes));
      drafts.saved();
    }
    expect(drafts.toSave()).toEqual({ files: [], conflicts: [] });
    drafts.undo('a.md');
    expect([drafts.typed('a.md'), disk.get('a.md')]).toEqual(['Two.\n', 'Three.\n']);
    drafts.undo('a.md');
    expect([drafts.typed('a.md'), drafts.canUndo('a.md')]).toEqual(['One.\n', false]);
    expect(drafts.toSave().conflicts).toEqual([]);
  });
});
