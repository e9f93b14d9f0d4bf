import { PDFName, PDFNumber, type PDFObject, PDFParser, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import { inflateWhole, streamBytes } from '../content/syntax/pdf-objects.ts';
import { PackedObjectParser } from './packed-object-parser.ts';

const OBJECT_STREAM = PDFName.of('ObjStm');
const CROSS_REFERENCES = PDFName.of('XRef');

/** How many bytes all object streams of a file may unpack to. */
const MOST_UNPACKED = 256 * 1024 * 1024;

/**
 * The library's parser, but object streams, which hold nearly all objects of a file, are unpacked faster, and only as long as
 * they are of a size that can be. The library would fill the memory.
 */
export class UnpackingParser extends PDFParser {
  private depth = 0;
  private unpacked = 0;

  /** Why a stream of objects was not unpacked; undefined if all were. */
  refusal: string | undefined;

  constructor(bytes: Uint8Array) {
    // Nothing waits between objects, what makes no sense is passed over quietly, and numbers are kept within bounds.
    super(bytes, Number.POSITIVE_INFINITY, false, false, true);
  }

  override parseObject(ref?: PDFRef): PDFObject {
    this.depth++;
    try {
      const object = super.parseObject(ref);
      // Only whole objects of the file can be object streams, not what is inside others.
      if (ref && this.depth === 1 && object instanceof PDFRawStream) this.unpackBounded(object);
      return object;
    } finally {
      this.depth--;
    }
  }

  private unpackBounded(stream: PDFRawStream): void {
    const type = stream.dict.lookup(PDFName.of('Type'));
    if (type !== OBJECT_STREAM && type !== CROSS_REFERENCES) return;
    const bytes = type === OBJECT_STREAM ? inflatedAtOnce(stream) : undefined;
    try {
      this.unpacked += (bytes ?? streamBytes(stream)).length;
      if (this.unpacked > MOST_UNPACKED) throw new Error('together they are too large');
    } catch (error) {
      this.refusal ??= (error as Error).message;
    }
    const isPlain = bytes !== undefined || this.refusal !== undefined;
    // So the library takes it for a plain stream.
    if (isPlain) stream.dict.delete(PDFName.of('Type'));
    if (bytes && this.refusal === undefined) readObjects(bytes, stream);
  }
}

/** Unpacks an object stream; undefined if it is unusual: the library reads those. */
function inflatedAtOnce({ dict, contents }: PDFRawStream): Buffer | undefined {
  if (dict.lookup(PDFName.of('Filter')) !== PDFName.FlateDecode || dict.has(PDFName.of('DecodeParms')))
    return undefined;
  try {
    return inflateWhole(contents);
  } catch {
    return undefined;
  }
}

function readObjects(bytes: Buffer, { dict }: PDFRawStream): void {
  const first = dict.lookup(PDFName.of('First'));
  const count = dict.lookup(PDFName.of('N'));
  if (!(first instanceof PDFNumber && count instanceof PDFNumber)) return;
  new PackedObjectParser(bytes, dict.context).unpack(first.asNumber(), count.asNumber());
}
