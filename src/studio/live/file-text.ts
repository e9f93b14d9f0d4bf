import { createHash } from 'node:crypto';

/** A file as it was when somebody opened it: its text with plain line ends, and how to write it again. */
export interface OpenedFile {
  /** Tells its bytes from any others; undefined if there was no file. */
  readonly hash?: string;
  readonly text: string;
  readonly lineEnd: '\n' | '\r\n';
  readonly mark: '' | '\uFEFF';
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Opens the bytes of a file. @returns undefined if they are not text */
export function openText(bytes: Uint8Array): OpenedFile | undefined {
  try {
    const all = UTF_8.decode(bytes);
    const mark = all.startsWith('\uFEFF') ? '\uFEFF' : '';
    const written = all.slice(mark.length);
    const isWindows = /\r\n/.test(written) && !/[^\r]\n/.test(written);
    const text = written.replace(/\r\n?/g, '\n');
    return { hash: hashOf(bytes), text, lineEnd: isWindows ? '\r\n' : '\n', mark };
  } catch {
    return undefined;
  }
}

/** Gives the bytes of a changed text, with the line ends and the mark that its file had. */
export const bytesOfText = (
  text: string,
  { lineEnd, mark }: Pick<OpenedFile, 'lineEnd' | 'mark'>,
): Uint8Array => new TextEncoder().encode(mark + text.replaceAll('\n', lineEnd));

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
