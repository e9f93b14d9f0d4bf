import { type Operation, operationsOf } from './syntax/each-operator.ts';
import { type PDFRawStream, streamBytes } from './syntax/pdf-objects.ts';

/** The content of a stream. */
export interface StreamContent {
  readonly bytes: Uint8Array;
  /** Its operators, if it has been shown before, and does not end inside one. */
  readonly operations?: readonly Operation[] | undefined;
}

/** How many bytes of streams are kept with their operators, which take about twenty times as much memory. */
const MOST_KEPT = 2 * 1024 * 1024;

/**
 * Reads the streams of a file, and remembers those that are shown more than once: the copies of a class set share most
 * of what is on their pages.
 * @returns a reader, which throws what {@link streamBytes} throws
 */
export function contentMemory(): (stream: PDFRawStream) => StreamContent {
  const shown = new Set<PDFRawStream>();
  const known = new Map<PDFRawStream, StreamContent>();
  let left = MOST_KEPT;
  return (stream) => {
    const found = known.get(stream);
    if (found) return found;
    const bytes = streamBytes(stream);
    if (!shown.has(stream)) {
      shown.add(stream);
      return { bytes };
    }
    if (bytes.length > left) return { bytes };
    left -= bytes.length;
    const content = { bytes, operations: operationsOf(bytes) };
    known.set(stream, content);
    return content;
  };
}
