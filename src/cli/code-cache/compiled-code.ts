import { createHash } from 'node:crypto';

/** What V8 has compiled, by the names of the scripts. It has nothing in it of what the program was used for. */
export type CompiledCode = ReadonlyMap<string, Uint8Array>;

const HASH_BYTES = 32;
/** V8 would copy code that does not begin at a multiple of this. */
const ALIGNMENT = 8;

const aligned = (length: number) => Math.ceil(length / ALIGNMENT) * ALIGNMENT;

/**
 * Writes compiled code as the bytes of one file: a hash of the rest, since V8 does not notice if bytes were changed; the
 * length of the list that follows; a list of names and lengths in JSON; and the code of each.
 */
export function pack(code: CompiledCode): Uint8Array {
  const list = Buffer.from(JSON.stringify([...code].map(([name, { length }]) => [name, length])));
  const head = Buffer.alloc(aligned(ALIGNMENT + list.length));
  head.writeUInt32LE(list.length);
  list.copy(head, ALIGNMENT);
  const pieces = [...code.values()].flatMap((bytes) => [
    bytes,
    new Uint8Array(aligned(bytes.length) - bytes.length),
  ]);
  const content = Buffer.concat([head, ...pieces]);
  return Buffer.concat([hashOf(content), content]);
}

/** Reads what `pack` has written; undefined if it was anything else, or has changed by a single bit. */
export function unpack(bytes: Buffer): CompiledCode | undefined {
  const content = bytes.subarray(HASH_BYTES);
  if (!hashOf(content).equals(bytes.subarray(0, HASH_BYTES))) return undefined;
  const end = ALIGNMENT + content.readUInt32LE();
  const list = JSON.parse(content.toString('utf8', ALIGNMENT, end)) as [string, number][];
  const code = new Map<string, Uint8Array>();
  let at = aligned(end);
  for (const [name, length] of list) {
    code.set(name, content.subarray(at, at + length));
    at += aligned(length);
  }
  return code;
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
