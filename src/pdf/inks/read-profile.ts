import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';
import { type ColourTable, readColourTable } from './read-table.ts';
import { signatureAt } from './signature-at.ts';

/** How a press prints: which inks it uses for a colour. */
export interface PressProfile {
  /** The name that the profile gives. */
  readonly name: string;
  /** The file unchanged, to embed in PDFs. */
  readonly bytes: Uint8Array;
  /** From L*a*b* to cyan, magenta, yellow and black, by the perceptual intent. */
  readonly inks: ColourTable;
}

/** More bytes than any profile has: those for four inks have half a megabyte to three. */
export const LARGEST_PROFILE = 16 * 1024 * 1024;

const HEADER = 128;
const MOST_TAGS = 200;

/**
 * Reads an ICC profile (ICC.1, versions 2 and 4) of a printer or press with four inks. Every length in it is checked
 * before it is followed. Reports anything else.
 */
export function readProfile(bytes: Uint8Array, at: Place, report: Report): PressProfile | undefined {
  const hint = 'Ask your print shop for the profile, or for the name of one to use.';
  const broken = (why: string) => {
    report.add('icc-broken', at, `This is not a valid ICC profile: ${why}.`, hint);
    return undefined;
  };
  const unsuitable = (what: string) => {
    report.add('icc-unsuitable', at, `This ICC profile ${what}.`, hint);
    return undefined;
  };
  if (bytes.length > LARGEST_PROFILE) return broken(`it is larger than ${LARGEST_PROFILE / 1024 / 1024} MB`);
  if (bytes.length < HEADER + 4) return broken('it is too short');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (signatureAt(view, 36) !== 'acsp') return broken('it does not begin like an ICC profile');
  if (view.getUint32(0) !== bytes.length)
    return broken(`it should have ${view.getUint32(0)} bytes, but has ${bytes.length}`);
  const version = view.getUint8(8);
  if (version !== 2 && version !== 4)
    return unsuitable(`has version ${version}; only versions 2 and 4 can be used`);
  const inks = signatureAt(view, 16).trim();
  if (inks !== 'CMYK') return unsuitable(`is for ${inks || 'nothing'}, not for CMYK`);
  const kind = signatureAt(view, 12).trim();
  if (kind !== 'prtr')
    return unsuitable(`has the device class “${kind}”; the profile of a printer or press has “prtr”`);
  if (signatureAt(view, 20) !== 'Lab ') return unsuitable('has tables that are not in L*a*b*');
  const tags = readTags(view);
  if (typeof tags === 'string') return broken(tags);
  const table = tags.get('B2A0');
  if (!table) return broken('the table that turns colours into inks (B2A0) is missing');
  const read = readColourTable(table, 3, 4);
  if (typeof read === 'string') return broken(`its table B2A0 ${read}`);
  const name = readDescription(tags.get('desc')) || 'CMYK';
  return { name, bytes, inks: read };
}

/** Reads the tags of a profile, by name. @returns what is wrong with their list, if anything is */
function readTags(view: DataView): Map<string, DataView> | string {
  const count = view.getUint32(HEADER);
  if (count > MOST_TAGS || HEADER + 4 + count * 12 > view.byteLength) return 'its list of tags is broken';
  const tags = new Map<string, DataView>();
  for (let index = 0; index < count; index++) {
    const entry = HEADER + 4 + index * 12;
    const [offset, length] = [view.getUint32(entry + 4), view.getUint32(entry + 8)];
    const name = signatureAt(view, entry);
    if (offset < HEADER || offset + length > view.byteLength)
      return `its tag ${name.trim()} is past the end of the file`;
    tags.set(name, new DataView(view.buffer, view.byteOffset + offset, length));
  }
  return tags;
}

/** Reads the name of a profile: plain text in version 2, in version 4 the first of a list of languages. */
function readDescription(tag: DataView | undefined): string {
  if (!tag || tag.byteLength < 12) return '';
  const kind = signatureAt(tag, 0);
  if (kind === 'desc') return printable(readLetters(tag, 12, tag.getUint32(8), 1));
  if (kind !== 'mluc' || tag.byteLength < 28 || tag.getUint32(8) === 0) return '';
  return printable(readLetters(tag, tag.getUint32(24), tag.getUint32(20), 2));
}

/** Reads bytes as text, as far as they are there, with one or two bytes per letter. */
function readLetters(view: DataView, from: number, length: number, each: 1 | 2): string {
  let text = '';
  for (let at = from; at + each <= Math.min(from + length, view.byteLength); at += each)
    text += String.fromCharCode(each === 1 ? view.getUint8(at) : view.getUint16(at));
  return text;
}

/** Gives the printable characters of a text, and no more than a line of them. */
const printable = (text: string): string =>
  text
    .replace(/[^\x20-\x7e]+/g, ' ')
    .trim()
    .slice(0, 80);
