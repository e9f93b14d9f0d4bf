import { findFrontMatter } from '../../../content/entries/find-front-matter.ts';
import { headingId } from '../../../content/entries/heading-id.ts';

/** A text file of a pack, by its name in the pack's folder. */
export interface EntriesFile {
  readonly name: string;
  readonly text: string;
}

/** An entry as it is written in a file. */
export interface WrittenEntry {
  /** Its kind and id: `items/q-1`. */
  readonly key: string;
  /** The name of the file. */
  readonly file: string;
  /** Where it begins in the file, from 1. */
  readonly line: number;
  readonly text: string;
}

/** A file in parts: what is above its first entry, and each entry from its heading to the next. The parts make up the file. */
export interface FileParts {
  readonly head: string;
  readonly entries: readonly WrittenEntry[];
}

/** Takes a file of entries apart. A file with front matter is one entry. @param lang of the pack, which ids depend on */
export function partsOf({ name, text }: EntriesFile, lang: string | undefined): FileParts {
  const [kind = '', stem = kind] = name.replace(/\.md$/, '').split('/');
  if (findFrontMatter(text.split('\n')))
    return { head: '', entries: [{ key: `${kind}/${stem}`, file: name, line: 1, text }] };
  const [head = '', ...parts] = text.split(/^(?=##[^#])/m);
  // A file may begin with an entry, and then there is nothing above it.
  const entries = /^##[^#]/.test(head) ? [head, ...parts] : parts;
  const above = entries.length > parts.length ? '' : head;
  let line = linesIn(above);
  return {
    head: above,
    entries: entries.map((entry) => {
      const one = { key: `${kind}/${idOf(entry, lang)}`, file: name, line, text: entry };
      line += linesIn(entry) - 1;
      return one;
    }),
  };
}

const linesIn = (text: string): number => text.split('\n').length;

/** The id that an entry is given below its heading, or that of its heading. */
function idOf(entry: string, lang: string | undefined): string {
  const [heading = '', ...lines] = entry.split('\n');
  const blank = lines.findIndex((line) => line.trim() === '');
  const fields = lines.slice(0, blank < 0 ? lines.length : blank);
  const given = fields.flatMap((line) => /^id:\s*["']?([^\s"']+)/.exec(line)?.[1] ?? [])[0];
  return given ?? headingId(heading.replace(/^##\s*/, ''), lang);
}
