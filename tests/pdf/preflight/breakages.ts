import { inflateSync } from 'node:zlib';
import { degrees } from '@cantoo/pdf-lib';
import {
  at,
  dictAt,
  editContent,
  element,
  elements,
  fontOf,
  name,
  type Open,
  type PDFArray,
  type PDFDict,
  PDFHexString,
  PDFNumber,
  type PDFRawStream,
  PDFString,
  rectangle,
} from './edit-pdf.ts';

/** One way to spoil a good file, and the checks of which one at least has to find it. */
export interface Breakage {
  readonly name: string;
  readonly of: 'document' | 'cards';
  readonly check: string;
  readonly break: (doc: Open) => void | Promise<void>;
}

const page = (doc: Open, index = 0) => doc.getPages()[index]!.node;
const first = (operators: string, pattern: RegExp, replacement: string | ((...parts: string[]) => string)) =>
  operators.replace(pattern, replacement as never);
/** A paragraph's first line: its position, so that it can be moved. */
const LINE = /1 0 0 -1 ([\d.]+) ([\d.]+) Tm/;
const inTag = (doc: Open, tag: string, change: (content: string) => string) =>
  editContent(doc, 0, (all) =>
    first(
      all,
      new RegExp(`(/${tag} <</MCID \\d+>> BDC)([\\s\\S]*?)(EMC)`),
      (_, begin, content, end) => `${begin}${change(content!)}${end}`,
    ),
  );
const moveLine = (doc: Open, tag: string, x: (x: number) => number, y: (y: number) => number) =>
  inTag(doc, tag, (content) =>
    first(content, LINE, (_, a, b) => `1 0 0 -1 ${x(Number(a))} ${y(Number(b))} Tm`),
  );
const info = (doc: Open) => doc.context.lookup(doc.context.trailerInfo.Info!) as PDFDict;
const xmp = (doc: Open, change: (text: string) => string) => {
  const stream = at(doc.catalog, 'Metadata') as PDFRawStream;
  const packed = stream.dict.get(name('Filter')) !== undefined;
  const before = Buffer.from(packed ? inflateSync(stream.contents) : stream.contents).toString('utf8');
  const after = change(before);
  if (after === before) throw new Error('nothing was changed');
  const bytes = new Uint8Array(Buffer.from(after, 'utf8'));
  doc.catalog.set(
    name('Metadata'),
    doc.context.register(doc.context.stream(bytes, { Type: 'Metadata', Subtype: 'XML' })),
  );
};
const annotation = (doc: Open, index = 0) => dictAt(page(doc), 'Annots', index);
const webLink = (doc: Open) =>
  [0, 1].map((index) => annotation(doc, index)).find((one) => one.has(name('A')))!;
const ownLink = (doc: Open) =>
  [0, 1].map((index) => annotation(doc, index)).find((one) => one.has(name('Dest')))!;
const kids = (node: PDFDict) => node.lookup(name('K')) as PDFArray;
const fontFile = (doc: Open, change: (bytes: Buffer) => Buffer) => {
  const { descriptor } = fontOf(doc);
  const stream = descriptor.lookup(name('FontFile2')) as PDFRawStream;
  const bytes = Buffer.from(inflateSync(stream.contents));
  descriptor.set(name('FontFile2'), doc.context.register(doc.context.stream(new Uint8Array(change(bytes)))));
};
const tableOf = (bytes: Buffer, tag: string) => {
  for (let entry = 12; ; entry += 16)
    if (bytes.toString('latin1', entry, entry + 4) === tag)
      return { offset: bytes.readUInt32BE(entry + 8), length: bytes.readUInt32BE(entry + 12) };
};
const action = (doc: Open, kind: string, more: Record<string, unknown> = {}) =>
  doc.context.obj({ Type: 'Action', S: kind, ...more } as never);

/** The files of the agreement: each a good file of ours, broken in one way. */
export const BREAKAGES: readonly Breakage[] = [
  {
    name: 'trim-box-gone',
    of: 'document',
    check: 'boxes',
    break: (doc) => void page(doc).delete(name('TrimBox')),
  },
  {
    name: 'trim-box-outside',
    of: 'document',
    check: 'boxes',
    break: (doc) => page(doc).set(name('TrimBox'), rectangle(doc, -20, 0, 595.276, 841.89)),
  },
  {
    name: 'wrong-size',
    of: 'document',
    check: 'page-size',
    break: (doc) => {
      for (const key of ['MediaBox', 'CropBox', 'BleedBox', 'TrimBox'])
        page(doc).set(name(key), rectangle(doc, 0, 0, 600, 841.89));
    },
  },
  {
    name: 'turned',
    of: 'document',
    check: 'boxes',
    break: (doc) => doc.getPages()[0]!.setRotation(degrees(90)),
  },
  {
    name: 'scaled-unit',
    of: 'document',
    check: 'boxes',
    break: (doc) => page(doc).set(name('UserUnit'), PDFNumber.of(2)),
  },
  { name: 'blank-page', of: 'document', check: 'pages', break: (doc) => void blankPage(doc) },
  {
    name: 'font-not-embedded',
    of: 'document',
    check: 'fonts',
    break: (doc) => void fontOf(doc).descriptor.delete(name('FontFile2')),
  },
  {
    name: 'font-unmapped',
    of: 'document',
    check: 'fonts',
    break: (doc) => void fontOf(doc).font.delete(name('ToUnicode')),
  },
  {
    name: 'font-rubbish',
    of: 'document',
    check: 'fonts',
    break: (doc) => fontFile(doc, (bytes) => Buffer.concat([Buffer.from('wOF2'), bytes.subarray(4)])),
  },
  {
    name: 'letters-without-outline',
    of: 'document',
    check: 'letters',
    break: (doc) =>
      fontFile(doc, (bytes) => {
        const { offset, length } = tableOf(bytes, 'loca');
        return Buffer.from(bytes.fill(0, offset, offset + length));
      }),
  },
  {
    name: 'widths-wrong',
    of: 'document',
    check: 'fonts',
    break: (doc) => {
      const widths = (fontOf(doc).inner.lookup(name('W')) as PDFArray).lookup(1) as PDFArray;
      for (let index = 2; index < widths.size(); index++) widths.set(index, PDFNumber.of(900));
    },
  },
  {
    name: 'invisible-text',
    of: 'document',
    check: 'letters',
    break: (doc) => inTag(doc, 'H2', (content) => first(content, /BT/, 'BT 3 Tr')),
  },
  {
    name: 'letter-missing',
    of: 'document',
    check: 'letters',
    break: (doc) => inTag(doc, 'H2', (content) => first(content, /<[0-9a-f]{4}/, '<0000')),
  },
  {
    name: 'text-covered',
    of: 'document',
    check: 'letters',
    break: (doc) => editContent(doc, 0, (all) => `${all}\n/Artifact BMC q 1 g 110 40 300 30 re f Q EMC`),
  },
  {
    name: 'black-of-three',
    of: 'document',
    check: 'colours',
    break: (doc) => inTag(doc, 'P', (content) => ` q 0 0 0 rg ${content.replace(/\b0 g\b/g, '')} Q `),
  },
  {
    name: 'ink-of-another-kind',
    of: 'document',
    check: 'colours',
    break: (doc) => inTag(doc, 'P', (content) => ` q 0 1 1 0.6 k ${content.replace(/\b0 g\b/g, '')} Q `),
  },
  {
    name: 'black-of-four',
    of: 'document',
    check: 'colours',
    break: (doc) => inTag(doc, 'P', (content) => ` q 0.6 0.5 0.5 1 k ${content.replace(/\b0 g\b/g, '')} Q `),
  },
  {
    name: 'hairline',
    of: 'document',
    check: 'lines',
    break: (doc) =>
      editContent(doc, 0, (all) => `${all}\n/Artifact BMC q 0.1 w 0 G 120 700 m 300 700 l S Q EMC`),
  },
  {
    name: 'pale-text',
    of: 'document',
    check: 'contrast',
    break: (doc) => inTag(doc, 'P', (content) => ` q 0.6 g ${content.replace(/\b0 g\b/g, '')} Q `),
  },
  {
    name: 'text-on-dark',
    of: 'document',
    check: 'contrast',
    break: (doc) =>
      editContent(doc, 0, (all) =>
        first(all, /\/P <</, '/Artifact BMC q 0.4 g 100 60 320 60 re f Q EMC /P <<'),
      ),
  },
  {
    name: 'text-at-the-edge',
    of: 'document',
    check: 'safe-area',
    break: (doc) =>
      moveLine(
        doc,
        'H2',
        () => 8.5,
        (y) => y,
      ),
  },
  {
    name: 'text-over-the-edge',
    of: 'document',
    check: 'safe-area',
    break: (doc) =>
      moveLine(
        doc,
        'P',
        () => 480,
        (y) => y,
      ),
  },
  {
    name: 'tint-at-the-edge',
    of: 'document',
    check: 'safe-area',
    break: (doc) => editContent(doc, 0, (all) => `/Artifact BMC q 0.9 g 0 300 40 60 re f Q EMC\n${all}`),
  },
  {
    name: 'text-overlapping',
    of: 'document',
    check: 'overlap',
    break: (doc) =>
      moveLine(
        doc,
        'P',
        (x) => x,
        (y) => y + 9,
      ),
  },
  {
    name: 'spaces-missing',
    of: 'document',
    check: 'spaces',
    break: (doc) => inTag(doc, 'H2', withoutSpaces(doc)),
  },
  {
    name: 'line-lost',
    of: 'document',
    check: 'words',
    break: (doc) => inTag(doc, 'P', (content) => first(content, /\[[^\]]*\] TJ/, '[] TJ')),
  },
  { name: 'picture-coarse', of: 'document', check: 'images', break: (doc) => replacePicture(doc, 100, 28) },
  {
    name: 'picture-stretched',
    of: 'document',
    check: 'images',
    break: (doc) => replacePicture(doc, 1100, 900),
  },
  {
    name: 'picture-off-the-page',
    of: 'document',
    check: 'images',
    break: (doc) => inTag(doc, 'Figure', (content) => ` q 1 0 0 1 400 0 cm ${content} Q `),
  },
  {
    name: 'description-missing',
    of: 'document',
    check: 'figures',
    break: (doc) => void element(doc, 'Figure').delete(name('Alt')),
  },
  {
    name: 'description-idle',
    of: 'document',
    check: 'figures',
    break: (doc) => element(doc, 'Figure').set(name('Alt'), PDFString.of('image1.png')),
  },
  {
    name: 'heading-skipped',
    of: 'document',
    check: 'headings',
    break: (doc) => element(doc, 'H2').set(name('S'), name('H4')),
  },
  {
    name: 'no-first-heading',
    of: 'document',
    check: 'headings',
    break: (doc) => element(doc, 'H1').set(name('S'), name('H2')),
  },
  {
    name: 'heading-empty',
    of: 'document',
    check: 'headings',
    break: (doc) => element(doc, 'H2').set(name('K'), doc.context.obj([])),
  },
  {
    name: 'language-missing',
    of: 'document',
    check: 'metadata',
    break: (doc) => void doc.catalog.delete(name('Lang')),
  },
  {
    name: 'language-wrong',
    of: 'document',
    check: 'metadata',
    break: (doc) => doc.catalog.set(name('Lang'), PDFString.of('English, mostly')),
  },
  {
    name: 'title-missing',
    of: 'document',
    check: 'metadata',
    break: (doc) => {
      info(doc).delete(name('Title'));
      xmp(doc, (text) => text.replace(/<dc:title>[\s\S]*?<\/dc:title>/, ''));
    },
  },
  {
    name: 'titles-differ',
    of: 'document',
    check: 'metadata',
    break: (doc) => info(doc).set(name('Title'), PDFString.of('Untitled 1')),
  },
  {
    name: 'title-not-shown',
    of: 'document',
    check: 'metadata',
    break: (doc) => void dictAt(doc.catalog, 'ViewerPreferences').delete(name('DisplayDocTitle')),
  },
  {
    name: 'dates-differ',
    of: 'document',
    check: 'metadata',
    break: (doc) => info(doc).set(name('CreationDate'), PDFString.of('D:20200101000000Z')),
  },
  {
    name: 'xmp-gone',
    of: 'document',
    check: 'metadata',
    break: (doc) => void doc.catalog.delete(name('Metadata')),
  },
  {
    name: 'xmp-broken',
    of: 'document',
    check: 'metadata',
    break: (doc) => xmp(doc, (text) => text.replace('<dc:title>', '<dc:title>&')),
  },
  {
    name: 'ua-not-declared',
    of: 'document',
    check: 'metadata',
    break: (doc) => xmp(doc, (text) => text.replace('<pdfuaid:part>1</pdfuaid:part>', '')),
  },
  {
    name: 'archive-not-declared',
    of: 'document',
    check: 'metadata',
    break: (doc) => xmp(doc, (text) => text.replace('<pdfaid:part>2</pdfaid:part>', '')),
  },
  {
    name: 'property-not-declared',
    of: 'document',
    check: 'metadata',
    break: (doc) =>
      xmp(doc, (text) => text.replace('</pdf:Producer>', '</pdf:Producer><pdf:Trapped>False</pdf:Trapped>')),
  },
  {
    name: 'declaration-gone',
    of: 'document',
    check: 'metadata',
    break: (doc) => xmp(doc, (text) => text.replace('<pdfaProperty:name>part<', '<pdfaProperty:name>parts<')),
  },
  {
    name: 'intent-gone',
    of: 'document',
    check: 'metadata',
    break: (doc) => void doc.catalog.delete(name('OutputIntents')),
  },
  {
    name: 'profile-broken',
    of: 'document',
    check: 'metadata',
    break: (doc) =>
      dictAt(doc.catalog, 'OutputIntents', 0).set(
        name('DestOutputProfile'),
        doc.context.register(doc.context.stream('no profile', { N: 3 })),
      ),
  },
  {
    name: 'not-marked',
    of: 'document',
    check: 'tags',
    break: (doc) => void doc.catalog.delete(name('MarkInfo')),
  },
  {
    name: 'structure-gone',
    of: 'document',
    check: 'tags',
    break: (doc) => void doc.catalog.delete(name('StructTreeRoot')),
  },
  {
    name: 'content-untagged',
    of: 'document',
    check: 'tags',
    break: (doc) => editContent(doc, 0, (all) => first(all, /\/P <<\/MCID \d+>> BDC([\s\S]*?)EMC/, '$1')),
  },
  {
    name: 'decoration-unmarked',
    of: 'document',
    check: 'tags',
    break: (doc) => editContent(doc, 0, (all) => `${all}\nq 0.5 w 0 G 120 700 m 300 700 l S Q`),
  },
  {
    name: 'number-twice',
    of: 'document',
    check: 'tags',
    break: (doc) => editContent(doc, 0, (all) => first(all, /\/P <<\/MCID 1>>/, '/P <</MCID 0>>')),
  },
  {
    name: 'content-orphaned',
    of: 'document',
    check: 'tags',
    break: (doc) => void dropKid(element(doc, 'Document'), 1),
  },
  {
    name: 'parent-tree-wrong',
    of: 'document',
    check: 'tags',
    break: (doc) => {
      const owners = (
        dictAt(doc.catalog, 'StructTreeRoot', 'ParentTree').lookup(name('Nums')) as PDFArray
      ).lookup(1) as PDFArray;
      const [one, other] = [owners.get(0), owners.get(1)];
      owners.set(0, other);
      owners.set(1, one);
    },
  },
  {
    name: 'tag-unknown',
    of: 'document',
    check: 'tags',
    break: (doc) => element(doc, 'P').set(name('S'), name('Paragraf')),
  },
  {
    name: 'structure-loops',
    of: 'document',
    check: 'tags',
    break: (doc) =>
      void kids(element(doc, 'Document')).push(kids(dictAt(doc.catalog, 'StructTreeRoot')).get(0)),
  },
  {
    name: 'header-without-scope',
    of: 'document',
    check: 'tables',
    break: (doc) => void element(doc, 'TH').delete(name('A')),
  },
  {
    name: 'table-without-headers',
    of: 'document',
    check: 'tables',
    break: (doc) => {
      for (const cell of elements(doc, 'TH')) cell.set(name('S'), name('TD'));
    },
  },
  {
    name: 'table-ragged',
    of: 'document',
    check: 'tables',
    break: (doc) => void dropKid(element(doc, 'TR', 2), 1),
  },
  {
    name: 'row-outside',
    of: 'document',
    check: 'nesting',
    break: (doc) => element(doc, 'LI').set(name('S'), name('TR')),
  },
  { name: 'heading-in-paragraph', of: 'document', check: 'nesting', break: (doc) => nest(doc) },
  {
    name: 'element-empty',
    of: 'document',
    check: 'nesting',
    break: (doc) => void kids(element(doc, 'Document')).push(newElement(doc, 'P')),
  },
  {
    name: 'list-unnumbered',
    of: 'document',
    check: 'lists-notes',
    break: (doc) => void element(doc, 'L').delete(name('A')),
  },
  {
    name: 'note-without-id',
    of: 'document',
    check: 'lists-notes',
    break: (doc) => void element(doc, 'Note').delete(name('ID')),
  },
  {
    name: 'ids-twice',
    of: 'document',
    check: 'lists-notes',
    break: (doc) => element(doc, 'Note', 1).set(name('ID'), element(doc, 'Note').get(name('ID'))!),
  },
  {
    name: 'ids-not-listed',
    of: 'document',
    check: 'lists-notes',
    break: (doc) => void dictAt(doc.catalog, 'StructTreeRoot').delete(name('IDTree')),
  },
  {
    name: 'order-wrong',
    of: 'document',
    check: 'reading-order',
    break: (doc) => swapKids(element(doc, 'Document'), 1, 3),
  },
  {
    name: 'link-to-nowhere',
    of: 'document',
    check: 'links',
    break: (doc) => ownLink(doc).set(name('Dest'), PDFString.of('elsewhere')),
  },
  {
    name: 'link-without-words',
    of: 'document',
    check: 'links',
    break: (doc) => void webLink(doc).delete(name('Contents')),
  },
  {
    name: 'link-runs-script',
    of: 'document',
    check: 'links',
    break: (doc) =>
      webLink(doc).set(name('A'), action(doc, 'JavaScript', { JS: PDFString.of('app.alert(1)') })),
  },
  {
    name: 'link-starts-program',
    of: 'document',
    check: 'links',
    break: (doc) => webLink(doc).set(name('A'), action(doc, 'Launch', { F: PDFString.of('calc.exe') })),
  },
  {
    name: 'link-to-a-file',
    of: 'document',
    check: 'links',
    break: (doc) =>
      webLink(doc).set(name('A'), action(doc, 'URI', { URI: PDFString.of('file:///etc/passwd') })),
  },
  {
    name: 'link-untied',
    of: 'document',
    check: 'links',
    break: (doc) => void dropKid(element(doc, 'Link'), kids(element(doc, 'Link')).size() - 1),
  },
  {
    name: 'link-misplaced',
    of: 'document',
    check: 'links',
    break: (doc) => webLink(doc).set(name('Rect'), rectangle(doc, 100, 100, 140, 112)),
  },
  { name: 'link-on-another-page', of: 'document', check: 'tags', break: (doc) => otherPage(doc) },
  {
    name: 'tabs-unordered',
    of: 'document',
    check: 'links',
    break: (doc) => void page(doc).delete(name('Tabs')),
  },
  {
    name: 'bookmark-to-nowhere',
    of: 'document',
    check: 'links',
    break: (doc) => dictAt(doc.catalog, 'Outlines', 'First').set(name('Dest'), PDFString.of('elsewhere')),
  },
  {
    name: 'script-on-opening',
    of: 'document',
    check: 'active-content',
    break: (doc) =>
      doc.catalog.set(name('OpenAction'), action(doc, 'JavaScript', { JS: PDFString.of('app.alert(1)') })),
  },
  {
    name: 'file-attached',
    of: 'document',
    check: 'active-content',
    break: (doc) => doc.attach(new Uint8Array([1, 2, 3]), 'secret.bin'),
  },
  {
    name: 'form-field',
    of: 'document',
    check: 'active-content',
    break: (doc) =>
      doc
        .getForm()
        .createTextField('name')
        .addToPage(doc.getPages()[0]!, { x: 120, y: 120, width: 100, height: 20 }),
  },
  { name: 'note-on-the-page', of: 'document', check: 'links', break: (doc) => stickyNote(doc) },
  {
    name: 'content-unbalanced',
    of: 'document',
    check: 'file',
    break: (doc) => editContent(doc, 0, (all) => `${all}\nEMC`),
  },
  {
    name: 'font-not-there',
    of: 'document',
    check: 'file',
    break: (doc) => editContent(doc, 0, (all) => first(all, /\/F\d+ /, '/Nowhere ')),
  },
  {
    name: 'colour-misspelt',
    of: 'document',
    check: 'file',
    break: (doc) => editContent(doc, 0, (all) => `${all}\n/Artifact BMC q 0.5 rg 120 700 30 30 re f Q EMC`),
  },
  {
    name: 'backs-not-mirrored',
    of: 'cards',
    check: 'backs',
    break: (doc) => editContent(doc, 1, swapColumns),
  },
  { name: 'last-backs-gone', of: 'cards', check: 'pages', break: (doc) => doc.removePage(1) },
  {
    name: 'card-crosses-its-edge',
    of: 'cards',
    check: 'backs',
    break: (doc) =>
      editContent(doc, 0, (all) => first(all, /(MCID 1>> BDC[\s\S]*?)1 0 0 -1 ([\d.]+)/, '$11 0 0 -1 190')),
  },
];

function blankPage(doc: Open): void {
  const added = doc.addPage([595.276, 841.89]);
  for (const key of ['CropBox', 'BleedBox', 'TrimBox'])
    added.node.set(name(key), rectangle(doc, 0, 0, 595.276, 841.89));
}

function withoutSpaces(doc: Open): (content: string) => string {
  // The code of a space is the one that the map of the font gives U+0020.
  return (content) => {
    const label = /\/(F\d+) /.exec(content)![1]!;
    const font = dictAt(page(doc), 'Resources', 'Font', label);
    const stream = font.lookup(name('ToUnicode')) as PDFRawStream;
    const map = Buffer.from(
      stream.dict.has(name('Filter')) ? inflateSync(stream.contents) : stream.contents,
    ).toString('latin1');
    const listed = /beginbfrange\s+<0000> <[0-9a-f]+> \[([^\]]*)\]/.exec(map)?.[1]?.match(/<[^>]*>/g) ?? [];
    const code = listed
      .findIndex((text) => text.toLowerCase() === '<0020>')
      .toString(16)
      .padStart(4, '0');
    return content.replace(/<((?:[0-9a-f]{4})+)>/g, (whole, codes: string) => {
      const glyphs = codes.match(/.{4}/g)!;
      return glyphs.includes(code)
        ? `<${glyphs.map((glyph) => (glyph === code ? '> -300 <' : glyph)).join('')}>`
        : whole;
    });
  };
}

function replacePicture(doc: Open, width: number, height: number): void {
  const pictures = dictAt(page(doc), 'Resources', 'XObject');
  pictures.set(
    pictures.keys()[0]!,
    doc.context.register(
      doc.context.stream(new Uint8Array(width * height).fill(150), {
        Type: 'XObject',
        Subtype: 'Image',
        Width: width,
        Height: height,
        ColorSpace: 'DeviceGray',
        BitsPerComponent: 8,
      }),
    ),
  );
}

const dropKid = (node: PDFDict, index: number) => kids(node).remove(index);

function swapKids(node: PDFDict, one: number, other: number): void {
  const list = kids(node);
  const [a, b] = [list.get(one), list.get(other)];
  list.set(one, b);
  list.set(other, a);
}

const newElement = (doc: Open, role: string) =>
  doc.context.register(
    doc.context.obj({
      Type: 'StructElem',
      S: role,
      P: kids(dictAt(doc.catalog, 'StructTreeRoot')).get(0),
      K: [],
    } as never),
  );

/** The second heading into the first paragraph. */
function nest(doc: Open): void {
  const list = kids(element(doc, 'Document'));
  const owners = list
    .asArray()
    .map((item) => (doc.context.lookup(item) as PDFDict).get(name('S'))?.toString());
  const [heading, paragraph] = [owners.indexOf('/H2'), owners.indexOf('/P')];
  const moved = list.get(heading);
  const home = doc.context.lookup(list.get(paragraph)) as PDFDict;
  (doc.context.lookup(moved) as PDFDict).set(name('P'), list.get(paragraph));
  kids(home).push(moved);
  list.remove(heading);
}

/** The reference of a link's element says another page than the one that the link stands on. */
function otherPage(doc: Open): void {
  blankPage(doc);
  editContent(doc, 0, (all) => `${all}\n`);
  const marked = '/Artifact BMC q 0 g 200 400 100 1 re f Q EMC';
  page(doc, 1).set(name('Contents'), doc.context.register(doc.context.stream(marked)));
  const list = kids(element(doc, 'Link'));
  (list.lookup(list.size() - 1) as PDFDict).set(name('Pg'), doc.getPages()[1]!.ref);
}

function stickyNote(doc: Open): void {
  const note = doc.context.obj({
    Type: 'Annot',
    Subtype: 'Text',
    Rect: [300, 300, 320, 320],
    Contents: PDFHexString.fromText('Check this'),
  } as never);
  (page(doc).lookup(name('Annots')) as PDFArray).push(doc.context.register(note));
}

/** Puts what stands in the left column of cards into the right one, and the other way round. */
const swapColumns = (all: string) =>
  all.replace(
    /1 0 0 1 ([\d.]+) ([\d.]+) cm/g,
    (_, x: string, y: string) =>
      `1 0 0 1 ${Number(x) < 200 ? Number(x) + 269.29 : Number(x) - 269.29} ${y} cm`,
  );
