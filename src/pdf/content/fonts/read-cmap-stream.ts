import { type PDFObject, streamBytes, streamOf } from '../syntax/pdf-objects.ts';
import { type CMap, readCMap } from './read-cmap.ts';

/** Reads a CMap that is written in a stream. @returns undefined if there is none, or it can't be inflated */
export function readCMapStream(value: PDFObject | undefined): CMap | undefined {
  const stream = streamOf(value);
  try {
    return stream && readCMap(Buffer.from(streamBytes(stream)).toString('latin1'));
  } catch {
    return undefined;
  }
}
