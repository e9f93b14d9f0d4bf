import { ownValue } from '../../diagnostics/collections/own-value.ts';
import {
  get,
  nameOf,
  numberOf,
  type PDFDict,
  type PDFRawStream,
  streamBytes,
  streamOf,
  textOf,
} from '../content/syntax/pdf-objects.ts';

/** What the colours of a file are meant for. */
export interface ReadOutputIntent {
  /** `GTS_PDFA1`, `GTS_PDFX` and so on. */
  readonly kind: string;
  readonly condition: string;
  /** The embedded profile, if there is one. */
  readonly profile?: { readonly components: number; readonly space: string; readonly sound: boolean };
}

/** Reads an output intent (ISO 32000-1, 14.11.5). @returns one, or none if the dictionary is missing */
export function readOutputIntent(dict: PDFDict | undefined): ReadOutputIntent[] {
  if (!dict) return [];
  const stream = streamOf(get(dict, 'DestOutputProfile'));
  return [
    {
      kind: nameOf(get(dict, 'S')) ?? '',
      condition: textOf(get(dict, 'OutputConditionIdentifier')) ?? textOf(get(dict, 'OutputCondition')) ?? '',
      ...(stream && { profile: profileOf(stream) }),
    },
  ];
}

function profileOf(stream: PDFRawStream): NonNullable<ReadOutputIntent['profile']> {
  const components = numberOf(get(stream.dict, 'N')) ?? 0;
  try {
    const bytes = Buffer.from(streamBytes(stream));
    // ICC.1, 7.2: the header has the size of the profile, its colour space, and the signature of all profiles.
    const space = bytes.toString('latin1', 16, 20).trim();
    const expected = ownValue({ GRAY: 1, RGB: 3, CMYK: 4 }, space);
    const sound =
      bytes.toString('latin1', 36, 40) === 'acsp' &&
      bytes.readUInt32BE(0) <= bytes.length &&
      (expected === undefined || expected === components);
    return { components, space, sound };
  } catch {
    return { components, space: '', sound: false };
  }
}
