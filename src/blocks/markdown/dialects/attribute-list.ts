/** What `{#id .class key=value}` says, as Pandoc and kramdown write it after what it belongs to. */
export interface AttributeList {
  readonly id?: string;
  readonly classes: readonly string[];
  readonly values: ReadonlyMap<string, string>;
  /** Words that stand alone, as in kramdown’s `{:toc}`. */
  readonly words: readonly string[];
  /** Whether it is kramdown’s, which begins with `{:`. */
  readonly colon: boolean;
  /** How many characters it has. */
  readonly length: number;
}

const PART =
  /[ \t]*(?:#([\p{L}\p{N}_:-]+)|\.([\p{L}\p{N}_-]+)|([\w:-]+)=(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'{}]+))|(toc|-|=\w+)(?=[\s}]))/uy;

/** Reads an attribute list that begins at an offset. @returns undefined if there is none, or anything else in the braces */
export function attributeList(text: string, from: number): AttributeList | undefined {
  if (text[from] !== '{' || text[from - 1] === '\\') return undefined;
  const colon = text[from + 1] === ':';
  let at = from + (colon ? 2 : 1);
  let id: string | undefined;
  const classes: string[] = [];
  const words: string[] = [];
  const values = new Map<string, string>();
  for (;;) {
    PART.lastIndex = at;
    const part = PART.exec(text);
    if (!part) break;
    at = PART.lastIndex;
    const [, name, className, key, double, single, bare, word] = part;
    if (name !== undefined) id = name;
    else if (className !== undefined) classes.push(className);
    else if (key !== undefined) values.set(key, double ?? single ?? bare ?? '');
    else if (word !== undefined) words.push(word);
  }
  const close = /[ \t]*\}/y;
  close.lastIndex = at;
  const count = classes.length + values.size + words.length + (id === undefined ? 0 : 1);
  if (count === 0 || !close.test(text)) return undefined;
  return { ...(id !== undefined && { id }), classes, values, words, colon, length: close.lastIndex - from };
}

/** The attribute list at the end of a text, and where it begins. */
export function attributesAtEnd(text: string): { list: AttributeList; from: number } | undefined {
  const trimmed = text.trimEnd();
  if (!trimmed.endsWith('}')) return undefined;
  const from = trimmed.lastIndexOf('{');
  const list = from < 0 ? undefined : attributeList(trimmed, from);
  return list && from + list.length === trimmed.length ? { list, from } : undefined;
}
