import type { Conflict } from '../wire/live-answer.ts';
import { bytesOfText, hashOf, type OpenedFile, openText } from './file-text.ts';
import type { NewFile } from './studio-disk.ts';

/** What has been typed into the files of a pack and is not saved. It is never written to the disk before that. */
export interface Drafts {
  /** Changes with everything that is typed. */
  version(): number;
  /** The text of a file as it was typed; undefined if it is as on the disk. */
  typed(name: string): string | undefined;
  /** Opens a file to write in it. @returns its text, typed or as on the disk; undefined if there is no such text */
  open(name: string): OpenText | undefined;
  /**
   * Takes what was typed into a file.
   * @param revision of the text that it was typed into
   * @param page that it was typed on: what comes from there later is newer, even if it could not know the last revision
   * @returns the revision of the new text; undefined if somebody typed or opened something else meanwhile
   */
  type(name: string, text: string, revision: number, page?: string): number | undefined;
  /** Begins a file that is not there yet, as if it were typed. */
  begin(name: string, text: string): void;
  /** The names of the files that have unsaved text. */
  unsaved(): readonly string[];
  /** The files to write; and those that have been changed on the disk since they were opened, with their text there. */
  toSave(): { readonly files: readonly NewFile[]; readonly conflicts: readonly Conflict[] };
  /** Notes that the files were written. */
  saved(): void;
  /** Forgets what was typed into a file. */
  forget(name: string): void;
  /** Keeps what was typed whatever is on the disk now: the next save replaces it. */
  keepMine(name: string): void;
  /** Whether a file was saved here, so that it can be undone. */
  canUndo(name: string): boolean;
  /** Puts the text that a file had before the last save in the place of what is there, as if it were typed. */
  undo(name: string): void;
}

/** A text that is open for writing. */
export interface OpenText {
  readonly text: string;
  readonly revision: number;
}

/** How many earlier texts of a file are kept. */
const MOST_EARLIER = 20;

/** A file that has been opened. */
interface Opened {
  /** As it was on the disk. */
  readonly file: OpenedFile;
  /** What was typed since, if it is not the same. */
  readonly text: string | undefined;
  readonly revision: number;
  /** The page on which it was typed last. */
  readonly page?: string | undefined;
}

/** @param read gives the bytes of a file as they are on the disk now */
export function createDrafts(read: (name: string) => Uint8Array | undefined): Drafts {
  const files = new Map<string, Opened>();
  const history = new Map<string, readonly string[]>();
  let version = 0;
  let revisions = 0;
  const readNow = (name: string) => {
    const bytes = read(name);
    return bytes && openText(bytes);
  };
  const put = (name: string, file: OpenedFile, text: string | undefined): Opened => {
    const opened = { file, text: text === file.text ? undefined : text, revision: ++revisions };
    files.set(name, opened);
    version++;
    return opened;
  };
  const typedInto = () => [...files].filter(([, { text }]) => text !== undefined);
  return {
    version: () => version,
    typed: (name) => files.get(name)?.text,
    open(name) {
      const known = files.get(name);
      if (known?.text !== undefined) return { text: known.text, revision: known.revision };
      // Unless something was typed, it is opened as it is now.
      const now = readNow(name);
      if (!now) return undefined;
      const { revision } = known && known.file.hash === now.hash ? known : put(name, now, undefined);
      return { text: now.text, revision };
    },
    type(name, text, revision, page) {
      const known = files.get(name);
      const isLater = page !== undefined && known?.page === page;
      if (!known || (known.revision !== revision && !isLater)) return undefined;
      if (text === (known.text ?? known.file.text)) return known.revision;
      const typed = { ...put(name, known.file, text), page };
      files.set(name, typed);
      return typed.revision;
    },
    begin: (name, text) => void put(name, { text: '', lineEnd: '\n', mark: '' }, text),
    unsaved: () =>
      typedInto()
        .map(([name]) => name)
        .sort(),
    toSave() {
      const all = typedInto();
      const conflicts = all.flatMap(([name, { file, text: mine = '' }]) => {
        const now = readNow(name);
        return now?.hash === file.hash ? [] : [{ name, mine, theirs: now?.text }];
      });
      return {
        files: all.map(([name, { file, text = '' }]) => ({ name, bytes: bytesOfText(text, file) })),
        conflicts,
      };
    },
    saved() {
      for (const [name, { file, text = '', revision }] of typedInto()) {
        history.set(name, [file.text, ...(history.get(name) ?? [])].slice(0, MOST_EARLIER));
        // Whoever is typing in it goes on.
        const written = { ...file, text, hash: hashOf(bytesOfText(text, file)) };
        files.set(name, { file: written, text: undefined, revision });
      }
      version++;
    },
    forget(name) {
      if (files.delete(name)) version++;
    },
    keepMine(name) {
      const known = files.get(name);
      if (!known) return;
      const { hash: _, ...gone } = known.file;
      const now = readNow(name) ?? gone;
      files.set(name, { ...known, file: now });
    },
    canUndo: (name) => history.has(name),
    undo(name) {
      const known = files.get(name);
      const [before, ...earlier] = history.get(name) ?? [];
      if (!known || before === undefined) return;
      put(name, known.file, before);
      if (earlier.length > 0) history.set(name, earlier);
      else history.delete(name);
    },
  };
}
