import { PRODUCT_TAGS } from '../../../assessment/item-bank/tags-of.ts';
import type { PackBefore } from './import-plan.ts';
import { type EntriesFile, partsOf, type WrittenEntry } from './written-entries.ts';

/** An entry of a file, between those above and below it. */
interface Link {
  text: string;
  above: Link | undefined;
  below: Link | undefined;
}

/** A file as a chain of entries, so that each is found and put at once, however many there are. */
interface OpenFile {
  head: string;
  first: Link | undefined;
  end: Link | undefined;
  readonly byKey: Map<string, Link>;
  readonly before: string | undefined;
}

/** The files of a pack while an import changes them: what is not changed keeps every character. */
export class FilesOfImport {
  private readonly files = new Map<string, OpenFile>();
  /** The last entry that was put or passed by in the file of each kind, after which the next new one goes. */
  private readonly last = new Map<string, string>();
  private readonly stem: string;

  /** @param title the heading of new files */
  constructor(
    private readonly pack: Pick<PackBefore, 'files' | 'lang'>,
    stem: string,
    private readonly title: string,
  ) {
    // The name of a file is a tag of its items: with one that a product takes, all of them would be printed elsewhere.
    this.stem = PRODUCT_TAGS.includes(stem) ? `${stem}-imported` : stem;
  }

  /** The name of the file that new entries of a kind go into. */
  nameFor(kind: string): string {
    return `${kind}/${this.stem}.md`;
  }

  /** Writes an entry in place of the one that is there, or as a new one behind those that came before it. @returns the name of the file */
  put(name: string, key: string, text: string, there: WrittenEntry | undefined): string {
    const file = this.open(name);
    const old = there && file.byKey.get(key);
    const after = file.byKey.get(this.last.get(name) ?? '') ?? file.end;
    const link = old ?? chain(file, key, after);
    const gap = old ? /\s*$/.exec(old.text)![0] : link.below ? '\n\n' : '\n';
    link.text = text.trimEnd() + gap;
    // What was the last entry of a file needs a blank line behind it now.
    if (link.above) link.above.text = `${link.above.text.trimEnd()}\n\n`;
    else if (file.head !== '') file.head = `${file.head.trimEnd()}\n\n`;
    this.last.set(name, key);
    return name;
  }

  /** Remembers that an entry is there already, so that the next new one goes behind it. */
  passBy(key: string, file: string): void {
    this.last.set(file, key);
  }

  /** The files that are not as they were. */
  changed(): EntriesFile[] {
    return [...this.files].flatMap(([name, { head, first, before }]) => {
      const texts = [head];
      for (let link = first; link; link = link.below) texts.push(link.text);
      const text = texts.join('');
      return text === before ? [] : [{ name, text }];
    });
  }

  private open(name: string): OpenFile {
    const known = this.files.get(name);
    if (known) return known;
    const before = this.pack.files.find((file) => file.name === name)?.text;
    const heading = `# ${this.title.replace(/\s+/g, ' ').trim()}\n\n`;
    const parts =
      before === undefined ? { head: heading, entries: [] } : partsOf({ name, text: before }, this.pack.lang);
    const file: OpenFile = {
      head: parts.head,
      first: undefined,
      end: undefined,
      byKey: new Map(),
      before,
    };
    for (const { key, text } of parts.entries) chain(file, key, file.end).text = text;
    this.files.set(name, file);
    return file;
  }
}

/** Adds an entry without a text to a file. @param above undefined for the top */
function chain(file: OpenFile, key: string, above: Link | undefined): Link {
  const below = above ? above.below : file.first;
  const link: Link = { text: '', above, below };
  if (above) above.below = link;
  else file.first = link;
  if (below) below.above = link;
  else file.end = link;
  // Of two with one key, the first is meant.
  if (!file.byKey.has(key)) file.byKey.set(key, link);
  return link;
}
