import { describe, expect, it } from 'vitest';
import { TABLES } from '../../src/build/tables/tables.ts';
import { readPackSources } from '../../src/cli/files/reading/read-sources.ts';
import { readPack } from '../../src/content/read-pack.ts';
import type { EntryMemory, PackFile } from '../../src/content/read-pack-file.ts';
import { createReport } from '../../src/diagnostics/report.ts';

const [source] = readPackSources(['tests/packs/optics'], 'content', createReport());

function read(files: readonly PackFile[], memory?: EntryMemory) {
  const report = createReport();
  return {
    pack: readPack('optics', 'optics', files, TABLES.entryKinds, report, memory),
    diagnostics: report.diagnostics,
  };
}

const changed = (name: string, change: (text: string) => string) =>
  source!.content.map((file) => (file.name === name ? { ...file, text: change(file.text) } : file));

describe('entries that are remembered', () => {
  it('make the same pack, and are not read again', () => {
    const memory: EntryMemory = new Map();
    const first = read(source!.content, memory);
    const second = read(source!.content, memory);
    expect(second).toEqual(first);
    expect(memory.size).toBe(source!.content.length);
    expect(second.pack!.entries.vocabulary[0]).toBe(first.pack!.entries.vocabulary[0]);
  });

  it('are read again where the text has changed, and only there', () => {
    const memory: EntryMemory = new Map();
    const first = read(source!.content, memory);
    const files = changed('vocabulary.md', (text) => text.replace(/^## .*$/m, '## Another word'));
    const second = read(files, memory);
    expect(second).toEqual(read(files));
    expect(second.pack!.entries.vocabulary[0]!.name).toBe('Another word');
    expect(second.pack!.entries.themes[0]).toBe(first.pack!.entries.themes[0]);
  });

  it('are checked against one another each time', () => {
    const memory: EntryMemory = new Map();
    read(source!.content, memory);
    const files = source!.content.filter(({ name }) => name !== 'objectives.md');
    expect(read(files, memory)).toEqual(read(files));
  });

  it('are none where something was wrong: that is reported each time', () => {
    const memory: EntryMemory = new Map();
    const files = changed('vocabulary.md', (text) => `${text}\n## Odd\nno-such-field: yes\n\nA word.\n`);
    const { diagnostics } = read(files, memory);
    expect(diagnostics.map(({ code }) => code)).toContain('field-unknown');
    expect(read(files, memory).diagnostics).toEqual(diagnostics);
    expect(read(source!.content, memory)).toEqual(read(source!.content));
  });
});
