import type { PrintFont } from '../../pages/fonts/print-font.ts';
import type { EmbeddedFont } from './embedded-font.ts';
import type { PdfDocument, Reference } from './pdf-document.ts';

/** Writes the objects of a font: its file, descriptor, CID font and Unicode map, and the dictionary that holds them. */
export function writeFont(document: PdfDocument, embedded: EmbeddedFont, dictionary: Reference): void {
  const { font, subset, widths, unicode } = embedded;
  const isCff = subset.isCff ?? false;
  const file = document.ref();
  if (isCff) file.data['Subtype'] = 'CIDFontType0C';
  file.end(subset.encode());
  const name = `${subsetTag(embedded.id)}+${font.postscriptName.replaceAll(' ', '_')}`;
  const descriptor = document.ref({
    ...describeFont(font, name),
    [isCff ? 'FontFile3' : 'FontFile2']: file,
  });
  descriptor.end();
  const cidFont = document.ref({
    Type: 'Font',
    Subtype: isCff ? 'CIDFontType0' : 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
    FontDescriptor: descriptor,
    W: [0, widths],
    ...(!isCff && { CIDToGIDMap: 'Identity' }),
  });
  cidFont.end();
  dictionary.data = {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [cidFont],
    ToUnicode: writeUnicodeMap(document, unicode),
  };
  dictionary.end();
}

/** Six capitals that mark a font as a subset, from its name in the document: BZZZZZ for F1. */
const subsetTag = (id: string): string =>
  [1, 2, 3, 4, 5, 6].map((at) => String.fromCharCode((id.charCodeAt(at) || 73) + 17)).join('');

/** The flags of a font descriptor (ISO 32000-1, table 123). */
const FLAG = { fixedPitch: 1, serif: 2, symbolic: 4, script: 8, italic: 64 } as const;

function describeFont({ measures }: PrintFont, name: string): Record<string, unknown> {
  const { unitsPerEm, ascent, descent, capHeight, xHeight, box, italicAngle, familyClass } = measures;
  const scale = 1000 / unitsPerEm;
  const flags =
    (measures.isFixedPitch ? FLAG.fixedPitch : 0) |
    (familyClass >= 1 && familyClass <= 7 ? FLAG.serif : 0) |
    FLAG.symbolic |
    (familyClass === 10 ? FLAG.script : 0) |
    (measures.isItalic ? FLAG.italic : 0);
  return {
    Type: 'FontDescriptor',
    FontName: name,
    Flags: flags,
    FontBBox: box.map((edge) => edge * scale),
    ItalicAngle: italicAngle,
    Ascent: ascent * scale,
    Descent: descent * scale,
    CapHeight: (capHeight || ascent) * scale,
    XHeight: xHeight * scale,
    StemV: 0,
  };
}

/** The most entries in one range of a map. */
const RANGE = 256;

/** Writes what text each code stands for, so that it can be copied, searched and read aloud. */
function writeUnicodeMap(document: PdfDocument, unicode: readonly (readonly number[])[]): Reference {
  const entries = unicode.map((points) => `<${unitsOf(points).map(hex).join(' ')}>`);
  const ranges = Array.from({ length: Math.ceil(entries.length / RANGE) }, (_, index) => {
    const start = index * RANGE;
    const end = Math.min(start + RANGE, entries.length);
    return `<${hex(start)}> <${hex(end - 1)}> [${entries.slice(start, end).join(' ')}]`;
  });
  const map = document.ref();
  map.end(`\
/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <<
  /Registry (Adobe)
  /Ordering (UCS)
  /Supplement 0
>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><ffff>
endcodespacerange
${ranges.length} beginbfrange
${ranges.join('\n')}
endbfrange
endcmap
CMapName currentdict /CMap defineresource pop
end
end`);
  return map;
}

/** Code points in UTF-16. */
const unitsOf = (points: readonly number[]): number[] =>
  points.flatMap((point) => {
    const text = String.fromCodePoint(point);
    return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  });

const hex = (unit: number): string => unit.toString(16).padStart(4, '0');
