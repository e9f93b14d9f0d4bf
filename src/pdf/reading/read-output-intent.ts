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
} from '../content/pdf-objects.ts';

/** What the colours of a file are meant for. */
export interface ReadOutputIntent {
  /** `GTS_PDFA1`, `GTS_PDFX` and so on. */
  readonly kind: string;
  readonly condition: string;
  /** The profile in the file, if there is one that can be read. */
  readonly profile?: { readonly components: number; readonly space: string; readonly sound: boolean };
}

/** Reads an output intent (ISO 32000-1, 14.11.5). @returns one, or none if it is not there */
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
    // ICC.1: its size, the space of its colours, and the signature of all profiles.
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
