import type { PackBefore } from './import-plan.ts';
import { type EntriesFile, type FileParts, partsOf, type WrittenEntry } from './written-entries.ts';

/** Tags with a meaning: a file of items with such a name would have all of them printed elsewhere. */
const TAKEN_STEMS = ['readers', 'flashcards', 'checking'];

/** The files of a pack while an import changes them: what is not changed keeps every character. */
export class FilesOfImport {
  private readonly files = new Map<string, { parts: FileParts; before: string | undefined }>();
  /** The last entry that was put or passed by in the file of each kind, after which the next new one goes. */
  private readonly last = new Map<string, string>();
  private readonly stem: string;

  /** @param title the heading of new files */
  constructor(
    private readonly pack: Pick<PackBefore, 'files' | 'lang'>,
    stem: string,
    private readonly title: string,
  ) {
    this.stem = TAKEN_STEMS.includes(stem) ? `${stem}-imported` : stem;
  }

  /** Writes an entry in place of the one that is there, or as a new one behind those that came before it. @returns the name of the file */
  put(kind: string, key: string, text: string, there: WrittenEntry | undefined): string {
    const name = there?.file ?? `${kind}/${this.stem}.md`;
    const file = this.open(name);
    const entries = [...file.parts.entries];
    const after = entries.findIndex((one) => one.key === this.last.get(name));
    const at = there ? entries.findIndex((one) => one.key === key) : after < 0 ? entries.length : after + 1;
    const old = there ? entries[at]!.text : '';
    const isLast = at >= entries.length - (there ? 1 : 0);
    const gap = there ? /\s*$/.exec(old)![0] : isLast ? '\n' : '\n\n';
    entries.splice(at, there ? 1 : 0, { key, file: name, text: text.trimEnd() + gap });
    // What was the last entry of a file needs a blank line behind it now.
    const above = entries[at - 1];
    if (above) entries[at - 1] = { ...above, text: `${above.text.trimEnd()}\n\n` };
    const head = at === 0 && file.parts.head !== '' ? `${file.parts.head.trimEnd()}\n\n` : file.parts.head;
    file.parts = { head, entries };
    this.last.set(name, key);
    return name;
  }

  /** Remembers that an entry is there already, so that the next new one goes behind it. */
  passBy(key: string, file: string): void {
    this.last.set(file, key);
  }

  /** The files that are not as they were. */
  changed(): EntriesFile[] {
    return [...this.files].flatMap(([name, { parts, before }]) => {
      const text = parts.head + parts.entries.map((entry) => entry.text).join('');
      return text === before ? [] : [{ name, text }];
    });
  }

  private open(name: string) {
    const known = this.files.get(name);
    if (known) return known;
    const before = this.pack.files.find((file) => file.name === name)?.text;
    const heading = `# ${this.title.replace(/\s+/g, ' ').trim()}\n\n`;
    const parts =
      before === undefined ? { head: heading, entries: [] } : partsOf({ name, text: before }, this.pack.lang);
    const file = { parts, before };
    this.files.set(name, file);
    return file;
  }
}
