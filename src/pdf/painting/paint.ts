import { createHash } from 'node:crypto';
import { append } from '../../diagnostics/collections/append.ts';
import { plainFace, type ShapingFontBook } from '../../pages/fonts/font-book.ts';
import type { Image, Laid, OutlineItem } from '../../pages/laid.ts';
import type {
  ArtifactKind,
  Box,
  GroupMark,
  ImageMark,
  LinkMark,
  Mark,
  Page,
  StructureRef,
  TextMark,
} from '../../pages/page.ts';
import { colourOperator, num, type ShownWords, shapeOperators, textOperators } from './operators.ts';
import {
  type DocumentInfo,
  type EmbeddedFont,
  embedSamples,
  finishDocument,
  type OutlineNode,
  openDocument,
  openFont,
  type PdfDocument,
  type Reference,
} from './pdf-document.ts';
import { openTree, type PartWriter } from './structure-tree.ts';

/** Pages → the bytes of a tagged PDF. The same pages, fonts and info give the same bytes. */
export function paint(laid: Laid, fonts: ShapingFontBook, info: DocumentInfo): Uint8Array {
  const pieces: Uint8Array[] = [];
  const painting = startPainting(laid, fonts, info, { write: (piece) => pieces.push(piece) });
  painting.add(laid);
  painting.finish();
  return new Uint8Array(Buffer.concat(pieces));
}

/** A PDF that is painted part by part. Nothing of a part is kept but what a PDF says at its end. */
export interface Painting {
  /** Paints the pages of a part behind those that are there. */
  add(laid: Laid): void;
  /** Writes what comes at the end. */
  finish(): void;
}

/**
 * Begins a PDF.
 * @param first its first part, or all of it: tells how it is to be printed
 * @param to `write` is given the file as it grows; `parts` says that there are several, each with a structure of its own
 */
export function startPainting(
  first: Laid,
  fonts: ShapingFontBook,
  info: DocumentInfo,
  to: { write: (piece: Uint8Array) => void; parts?: boolean },
): Painting {
  const faces = facesOf(first);
  const document = openDocument(info, fonts.bytes(faces[0] ?? fonts.faces[0]!), first.sides, to.write);
  const tree = openTree(document, to.parts ?? false);
  const whole = { document, fonts, embedded: new Map(), shown: new Map(), opened: new Map() };
  const outline: OutlineItem[] = [];
  const identifier = createHash('sha256');
  let pages = 0;
  let parts = 0;
  return {
    add(laid) {
      const { structure, outline: headings, destinations, images } = laid;
      identifier.update(valuesOf([structure, headings, destinations, images]));
      for (const face of facesOf(laid)) document.registerFont(face, fonts.bytes(face));
      // Names are of one part: elsewhere in the file they would mean something else.
      const suffix = parts === 0 ? '' : `p${parts}`;
      const painter: Painter = {
        ...whole,
        tree: tree.begin(laid.structure, suffix),
        images: new Map(laid.images.map((image) => [image.name, image])),
        suffix,
        usedDestinations: new Set(),
      };
      for (const page of laid.pages) identifier.update(paintPage(page, painter));
      painter.tree.finish();
      for (const item of laid.outline) outline.push({ ...item, page: item.page + pages });
      writeDestinations(laid, painter, pages);
      pages += laid.pages.length;
      parts++;
    },
    finish() {
      tree.finish();
      writeOutline(outline, document);
      const { press, ...others } = info;
      if (press) identifier.update(press.bytes);
      const digest = identifier.update(valuesOf(others)).digest();
      finishDocument(document, new Uint8Array(digest).slice(0, 16));
    },
  };
}

/** Data as text, without the names of its fields: a file's identifier does not depend on what the program calls things. */
const valuesOf = (data: unknown): string =>
  JSON.stringify(data, (_, value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.values(value) : value,
  );

const facesOf = (laid: Laid) => [...new Set(laid.pages.flatMap((page) => facesIn(page.marks)))].sort();

interface Painter {
  readonly document: PdfDocument;
  readonly fonts: ShapingFontBook;
  readonly tree: PartWriter;
  readonly embedded: Map<string, EmbeddedFont>;
  readonly shown: Map<EmbeddedFont, ShownWords>;
  readonly images: ReadonlyMap<string, Image>;
  /** By its bytes: parts may call different pictures by one name. */
  readonly opened: Map<string, { label: string; obj?: Reference }>;
  /** Stands behind the names of destinations. */
  readonly suffix: string;
  readonly usedDestinations: Set<string>;
}

/** Where marks stand that are being painted, in page measure: x′ = ax + cy + e, y′ = bx + dy + f. */
type Transform = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

const facesIn = (marks: readonly Mark[]): string[] =>
  marks.flatMap((mark) =>
    mark.kind === 'text' ? [plainFace(mark.face)] : mark.kind === 'group' ? facesIn(mark.marks) : [],
  );

/** Paints a page. @returns its boxes and its operators, as they are written */
function paintPage(page: Page, painter: Painter): string {
  const { document } = painter;
  document.addPage({ size: [page.width, page.height], margin: 0 });
  const { data } = document.page.dictionary;
  const upright = (box: Box) =>
    [box.x, page.height - box.y - box.height, box.x + box.width, page.height - box.y].map(
      (value) => Math.round(value * 1000) / 1000,
    );
  data['TrimBox'] = upright(page.boxes.trim);
  data['BleedBox'] = upright(page.boxes.bleed);
  data['CropBox'] = upright(page.boxes.crop);
  delete data['UserUnit'];
  const content = paintMarks(page.marks, painter, page, [1, 0, 0, 1, 0, 0]).join('\n');
  if (content !== '') document.addContent(content);
  return `${valuesOf([page.width, page.height, page.boxes])}\n${content}\n`;
}

/** The operators for marks; neighbours that stand together share one marked-content sequence. */
function paintMarks(marks: readonly Mark[], painter: Painter, page: Page, transform: Transform): string[] {
  const lines: string[] = [];
  let open: string | undefined;
  let colour: string | undefined;
  const close = () => {
    if (open !== undefined) lines.push('EMC');
    open = undefined;
  };
  const begin = (structureRef: StructureRef) => {
    const key = JSON.stringify(structureRef);
    if (open === key) return;
    close();
    open = key;
    lines.push(
      'slot' in structureRef ? slotBegin(structureRef.slot, painter) : artifactBegin(structureRef.artifact),
    );
  };
  for (const mark of marks) {
    switch (mark.kind) {
      case 'text': {
        begin(mark.structureRef);
        const wanted = colourOperator(mark.colour, 'fill');
        if (colour !== wanted) lines.push(wanted);
        colour = wanted;
        lines.push(textOf(mark, painter));
        break;
      }
      case 'shape':
        begin(mark.structureRef);
        lines.push(shapeOperators(mark));
        break;
      case 'image':
        begin(mark.structureRef);
        lines.push(imageOperators(mark, painter));
        break;
      case 'link':
        addLink(mark, painter, page, transform);
        break;
      case 'group':
        close();
        append(lines, groupOperators(mark, painter, page, transform));
        break;
    }
  }
  close();
  return lines;
}

function textOf(mark: TextMark, painter: Painter): string {
  const font = fontFor(plainFace(mark.face), painter);
  let shown = painter.shown.get(font);
  if (!shown) {
    shown = new Map();
    painter.shown.set(font, shown);
  }
  return textOperators(mark, font, shown, painter.fonts);
}

function slotBegin(slot: number, { tree }: Painter): string {
  const { role, id } = tree.mark(slot);
  return `/${role} <</MCID ${id}>> BDC`;
}

const ARTIFACTS: Readonly<Record<ArtifactKind, string>> = {
  page: '/Artifact <</Type /Pagination>> BDC',
  layout: '/Artifact <</Type /Layout>> BDC',
  background: '/Artifact <</Type /Background>> BDC',
};

const artifactBegin = (kind: ArtifactKind) => ARTIFACTS[kind];

function fontFor(face: string, { document, embedded }: Painter): EmbeddedFont {
  let font = embedded.get(face);
  if (!font) {
    font = openFont(document, face);
    embedded.set(face, font);
  }
  const { fonts } = document.page;
  if (!Object.hasOwn(fonts, font.id)) fonts[font.id] = font.ref();
  return font;
}

const TURNS = {
  0: [1, 0, 0, 1],
  90: [0, 1, -1, 0],
  180: [-1, 0, 0, -1],
  270: [0, -1, 1, 0],
} as const;

function groupOperators(group: GroupMark, painter: Painter, page: Page, outer: Transform): string[] {
  const own = (group.matrix ?? TURNS[group.turn].map((part) => part * group.scale)) as Mapping;
  const [a, b, c, d] = own;
  const [A, B, C, D] = outer;
  const { clip } = group;
  const inner: Transform = [
    A * a + C * b,
    B * a + D * b,
    A * c + C * d,
    B * c + D * d,
    ...pointIn(outer, group.x, group.y),
  ];
  if (group.figure !== undefined && clip) {
    const box = boxIn(inner, clip, page);
    painter.tree.place(group.figure, box);
  }
  return [
    'q',
    `${own.map(num).join(' ')} ${num(group.x)} ${num(group.y)} cm`,
    ...(clip ? [`${num(clip.x)} ${num(clip.y)} ${num(clip.width)} ${num(clip.height)} re W n`] : []),
    ...paintMarks(group.marks, painter, page, inner),
    'Q',
  ];
}

type Mapping = readonly [number, number, number, number];

/** A point of a group, in page measure. */
const pointIn = ([a, b, c, d, e, f]: Transform, x: number, y: number): [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
];

/** A rectangle of a group as PDF writes it: left, bottom, right, top, counted from the foot of the page. */
function boxIn(transform: Transform, box: Box, page: Page): [number, number, number, number] {
  const [x, y] = pointIn(transform, box.x, box.y);
  const [u, v] = pointIn(transform, box.x + box.width, box.y + box.height);
  const rounded = (value: number) => Math.round(value * 1000) / 1000;
  return [
    rounded(Math.min(x, u)),
    rounded(page.height - Math.max(y, v)),
    rounded(Math.max(x, u)),
    rounded(page.height - Math.min(y, v)),
  ];
}

function imageOperators(mark: ImageMark, { document, images, opened }: Painter): string {
  const shown = images.get(mark.image)!;
  const { data } = shown;
  let image = opened.get(data);
  if (!image && shown.format === 'samples') {
    image = { label: `S${opened.size + 1}`, obj: embedSamples(document, shown) };
    opened.set(data, image);
  } else if (!image) {
    const opening = document.openImage(Buffer.from(data, 'base64'));
    if (!opening.obj) opening.embed(document);
    image = opening;
    opened.set(data, image);
  }
  const { xobjects } = document.page;
  if (!Object.hasOwn(xobjects, image.label)) xobjects[image.label] = image.obj;
  const { x, y, width, height } = mark.box;
  return `q ${num(width)} 0 0 ${num(-height)} ${num(x)} ${num(y + height)} cm /${image.label} Do Q`;
}

function addLink(
  mark: LinkMark,
  { document, tree, suffix, usedDestinations }: Painter,
  page: Page,
  transform: Transform,
): void {
  const annotation = document.ref({});
  if ('destination' in mark.target) usedDestinations.add(mark.target.destination);
  Object.assign(annotation.data, {
    Type: 'Annot',
    Subtype: 'Link',
    Rect: boxIn(transform, mark.box, page),
    Border: [0, 0, 0],
    F: 4,
    Contents: new String(mark.contents),
    StructParent: tree.annotate(mark.node, annotation),
    ...('url' in mark.target
      ? { A: { S: 'URI', URI: new String(inAscii(mark.target.url)) } }
      : { Dest: new String(mark.target.destination + suffix) }),
  });
  document.page.annotations.push(annotation);
  annotation.end();
}

/** An address with what is beyond ASCII, and spaces, written as bytes. What is so written already stays. */
const inAscii = (url: string): string => url.replace(/[^\x21-\x7e]+/gu, (part) => encodeURIComponent(part));

function writeOutline(items: readonly OutlineItem[], document: PdfDocument): void {
  const path: { level: number; node: OutlineNode }[] = [];
  for (const item of items) {
    while (path.length > 0 && path.at(-1)!.level >= item.level) path.pop();
    const parent = path.at(-1)?.node ?? document.outline;
    path.push({
      level: item.level,
      node: parent.addItem(item.title, { fit: true, pageNumber: item.page, expanded: item.level === 1 }),
    });
  }
}

/** Writes the destinations that links of a part lead to, whose first page is the one given. */
function writeDestinations(laid: Laid, painter: Painter, firstPage: number): void {
  const { document, suffix, usedDestinations } = painter;
  const { Kids } = (document._root.data['Pages'] as Reference).data as { Kids: Reference[] };
  const names = document._root.data['Names'] as Reference;
  const tree = names.data['Dests'] as { add(name: string, value: unknown): void };
  const destinations = new Map(Object.entries(laid.destinations));
  for (const name of [...usedDestinations].sort()) {
    const destination = destinations.get(name);
    if (destination)
      tree.add(name + suffix, [
        Kids[firstPage + destination.page],
        'XYZ',
        null,
        laid.pages[destination.page]!.height - destination.y,
        null,
      ]);
  }
}
