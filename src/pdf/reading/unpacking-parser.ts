import { PDFName, PDFNumber, type PDFObject, PDFParser, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import { inflateWhole } from '../content/pdf-objects.ts';
import { PackedObjectParser } from './packed-object-parser.ts';

const OBJECT_STREAM = PDFName.of('ObjStm');

/** The library's parser, but object streams, which hold nearly all objects of a file, are unpacked faster. */
export class UnpackingParser extends PDFParser {
  private depth = 0;

  constructor(bytes: Uint8Array) {
    // Nothing waits between objects, what makes no sense is passed over quietly, and numbers are kept within bounds.
    super(bytes, Number.POSITIVE_INFINITY, false, false, true);
  }

  override parseObject(ref?: PDFRef): PDFObject {
    this.depth++;
    try {
      const object = super.parseObject(ref);
      // Only whole objects of the file can be object streams, not what is inside others.
      if (ref && this.depth === 1 && object instanceof PDFRawStream) unpack(object);
      return object;
    } finally {
      this.depth--;
    }
  }
}

/** Reads the objects of an object stream, unless it is unusual: the library reads those. */
function unpack({ dict, contents }: PDFRawStream): void {
  if (dict.lookup(PDFName.of('Type')) !== OBJECT_STREAM) return;
  const first = dict.lookup(PDFName.of('First'));
  const count = dict.lookup(PDFName.of('N'));
  if (!(first instanceof PDFNumber && count instanceof PDFNumber)) return;
  if (dict.lookup(PDFName.of('Filter')) !== PDFName.FlateDecode || dict.has(PDFName.of('DecodeParms')))
    return;
  let bytes: Buffer;
  try {
    bytes = inflateWhole(contents);
  } catch {
    return;
  }
  // So the library takes it for a plain stream.
  dict.delete(PDFName.of('Type'));
  new PackedObjectParser(bytes, dict.context).unpack(first.asNumber(), count.asNumber());
}
