import { describe, expect, it } from 'vitest';
import { findFrontMatter } from '../../src/content/entries/find-front-matter.ts';

const find = (text: string) => {
  const found = findFrontMatter(text.split('\n'));
  return found && [found.from, found.end, found.opening?.message];
};

describe('findFrontMatter', () => {
  it('finds it between two lines of hyphens', () => {
    expect(find('---\nname: x\n---\n\nText.')).toEqual([1, 2, undefined]);
    expect(find('---\nname: x\n\nText.')).toEqual([1, undefined, undefined]);
  });

  it('finds it without its first line, or with a misspelt one', () => {
    expect(find('name: x\nsee:\n  - y\n---\nText.')).toEqual([
      0,
      3,
      'There is a closing ---, but no opening one.',
    ]);
    expect(find('\n---\nname: x\n---')).toEqual([2, 3, 'The front matter does not start on line 1.']);
    for (const rule of ['--', '----', '—', '–-'].map((line) => line.padEnd(2, '-')))
      expect(find(`${rule}\nname: x\n---`)).toEqual([1, 2, `“${rule}” does not start front matter.`]);
  });

  it('takes no rule in the text of a collection for its end', () => {
    expect(find('## a\nname: x\n\nText.\n\n---\n\nMore.')).toBeUndefined();
    expect(find('note: x\n\n## a\n\nText.\n\n---\n')).toBeUndefined();
    expect(find('Just text.\n\n---\n')).toBeUndefined();
    expect(find('')).toBeUndefined();
  });
});
