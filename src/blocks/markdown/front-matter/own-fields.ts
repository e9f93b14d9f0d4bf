import { documentSchema, FIELD_SYNONYMS } from './document-schema.ts';

/** The fields of front matter that are used, and the names of the others. */
interface OwnFields {
  /** The lines, with those of other fields empty. */
  readonly lines: readonly string[];
  readonly others: readonly { readonly name: string; readonly line: number }[];
}

/** The name of a field at the beginning of a line. */
const NAME = /^(["']?)([\p{L}_][\p{L}\p{N}_. -]*?)\1\s*:(?=\s|$)/u;

/**
 * Leaves only the fields that are ours, whatever others hold: what another program does with them is none of our business,
 * and they need not even be YAML that we could read. Names may have capitals, and those that other programs use.
 */
export function ownFields(lines: readonly string[]): OwnFields {
  const others: { name: string; line: number }[] = [];
  let isOwn = true;
  const kept = lines.map((text, line) => {
    const [whole, , written] = NAME.exec(text) ?? [];
    if (whole === undefined || written === undefined) return isOwn ? text : '';
    const value = text.slice(whole.length);
    const name = FIELD_SYNONYMS.get(written.toLowerCase()) ?? written.toLowerCase();
    isOwn = Object.hasOwn(documentSchema.shape, name) && isForUs(name, value);
    if (!isOwn) others.push({ name: written, line });
    // As long as before, so that what follows keeps its column.
    return isOwn ? `${name}:${value.padStart(text.length - name.length - 1)}` : '';
  });
  return { lines: kept, others };
}

/** Whether a value may be meant for us: a style in other programs is a style sheet, and a date may be a command. */
function isForUs(name: string, value: string): boolean {
  const text = value.trim();
  if (text === '') return name === 'author';
  if (name === 'style') return /^["']?[\w-]+["']?(?:\s+#.*)?$/.test(text);
  if (name === 'date') return !/^["']?(?:`|today|now|last-modified)/i.test(text);
  return true;
}
