import type { Image } from '../../pages/laid.ts';
import type { PdfDocument, Reference } from './pdf-document.ts';

/** Embeds a picture of samples in gray or inks, whose rows are filtered and compressed as those of a PNG. */
export function embedSamples(
  document: PdfDocument,
  { width, height, channels, data }: Extract<Image, { format: 'samples' }>,
): Reference {
  const image = document.ref({
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    BitsPerComponent: 8,
    ColorSpace: channels === 1 ? 'DeviceGray' : 'DeviceCMYK',
    Filter: 'FlateDecode',
    DecodeParms: { Predictor: 15, Colors: channels, BitsPerComponent: 8, Columns: width },
  });
  image.end(Buffer.from(data, 'base64'));
  return image;
}
