import type { PdfDocument, Reference } from './pdf-document.ts';

/** Where the chunks of a PNG begin, after its signature. */
const FIRST_CHUNK = 8;
/** Where the kind of colour is in a PNG: 0 for grey, 2 for red, green and blue. */
const COLOUR_TYPE = 25;

/**
 * Embeds a picture as it was encoded when it was read: 8 bits per sample, without transparency. PDFKit writes the same, but
 * takes its data apart into a list of numbers, which for a scanned page takes hundreds of megabytes.
 * @param data the file, in base64
 */
export function embedPng(
  document: PdfDocument,
  data: string,
): { readonly label: string; readonly obj: Reference } {
  const bytes = Buffer.from(data, 'base64');
  const colours = bytes[COLOUR_TYPE] === 0 ? 1 : 3;
  const columns = bytes.readUInt32BE(FIRST_CHUNK + 8);
  document._imageCount++;
  const image = document.ref({
    Type: 'XObject',
    Subtype: 'Image',
    BitsPerComponent: 8,
    Width: columns,
    Height: bytes.readUInt32BE(FIRST_CHUNK + 12),
    Filter: 'FlateDecode',
  });
  const predictor = document.ref({ Predictor: 15, Colors: colours, BitsPerComponent: 8, Columns: columns });
  image.data['DecodeParms'] = predictor;
  predictor.end();
  image.data['ColorSpace'] = colours === 1 ? 'DeviceGray' : 'DeviceRGB';
  image.end(pixelData(bytes));
  return { label: `I${document._imageCount}`, obj: image };
}

/** Gives the compressed rows of a PNG, which our own encoder writes as one chunk. */
function pixelData(bytes: Buffer): Uint8Array {
  for (let at = FIRST_CHUNK; ; ) {
    const length = bytes.readUInt32BE(at);
    const data = at + 8;
    if (bytes.toString('latin1', at + 4, data) === 'IDAT') return bytes.subarray(data, data + length);
    at = data + length + 4;
  }
}
