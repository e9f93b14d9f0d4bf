import type { PackSource } from '../../build/jobs/build-options.ts';
import { type OpenPack, openPack } from '../../build/jobs/opening/open-pack.ts';
import { createStageMemory, type StageMemory } from '../../build/memory/stage-memory.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { createReport } from '../../diagnostics/report.ts';
import { createDrafts, type Drafts } from './drafts.ts';
import type { StudioDisk } from './studio-disk.ts';

/** The packs of a folder, with what has been typed and not saved. */
export interface Workspace {
  readonly disk: StudioDisk;
  readonly memory: StageMemory;
  /** Finds a pack; undefined if there is none of that name any more. */
  pack(id: string): LivePack | undefined;
}

/** A pack as it would be if everything that was typed were saved. */
export interface LivePack {
  readonly id: string;
  readonly drafts: Drafts;
  /** Reads it, unless nothing has changed; undefined if its folder is gone. */
  read(): ReadSource | undefined;
  /** Opens it, unless nothing has changed. `open` is undefined if something is wrong with it as a whole. */
  open(): { readonly open: OpenPack | undefined; readonly findings: readonly Diagnostic[] };
  /** It as it was when it could last be opened. */
  lastOpen(): OpenPack | undefined;
}

interface ReadSource {
  readonly source: PackSource;
  readonly findings: readonly Diagnostic[];
}

export function openWorkspace(disk: StudioDisk): Workspace {
  const memory = createStageMemory();
  const packs = new Map<string, LivePack>();
  return {
    disk,
    memory,
    pack(id) {
      if (!disk.packs().includes(id)) return undefined;
      const known = packs.get(id) ?? livePack(id, disk, memory);
      packs.set(id, known);
      return known;
    },
  };
}

function livePack(id: string, disk: StudioDisk, memory: StageMemory): LivePack {
  const drafts = createDrafts((name) => disk.readFile(id, name));
  let onDisk: (ReadSource & { readonly stamp: string }) | undefined;
  let read: (ReadSource & { readonly stamp: string; readonly version: number }) | undefined;
  let opened: { of: ReadSource; open: OpenPack | undefined; findings: readonly Diagnostic[] } | undefined;
  let last: OpenPack | undefined;

  const readDisk = () => {
    const stamp = disk.stampOf(id);
    if (stamp === undefined) return undefined;
    if (onDisk?.stamp === stamp) return onDisk;
    const report = createReport();
    const source = disk.readPack(id, report);
    onDisk = source && { stamp, source, findings: report.diagnostics };
    return onDisk;
  };
  const readAll = () => {
    const files = readDisk();
    if (!files) return undefined;
    if (read && read.stamp === files.stamp && read.version === drafts.version()) return read;
    const report = createReport();
    report.merge({ ...report, diagnostics: files.findings });
    const content = files.source.content.map((file) => {
      const text = drafts.typed(file.name);
      return text === undefined ? file : { ...file, text: disk.cleanText(text, file.path, report) };
    });
    const begun = drafts
      .unsaved()
      .filter((name) => !content.some((file) => file.name === name))
      .map((name) => {
        const path = [files.source.folder, ...name.split('/')].join('/');
        return { path, name, text: disk.cleanText(drafts.typed(name) ?? '', path, report) };
      });
    const source = {
      ...files.source,
      content: [...content, ...begun].sort((a, b) => (a.name < b.name ? -1 : 1)),
    };
    read = { stamp: files.stamp, version: drafts.version(), source, findings: report.diagnostics };
    return read;
  };
  return {
    id,
    drafts,
    read: readAll,
    open() {
      const files = readAll();
      if (!files) return { open: undefined, findings: [] };
      if (opened?.of === files) return opened;
      const report = createReport((path) => files.source.content.find((file) => file.path === path)?.text);
      report.merge({ ...report, diagnostics: files.findings });
      const open = openPack(files.source, disk.templates, { products: [], memory }, report);
      if (open) last = open;
      opened = { of: files, open, findings: report.diagnostics };
      return opened;
    },
    lastOpen: () => last,
  };
}
