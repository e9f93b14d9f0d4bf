import { append } from '../../diagnostics/collections/append.ts';
import { plainFace } from '../../pages/fonts/open-faces.ts';
import { type Matrix, transformPoint } from '../../pages/matrix.ts';
import type {
  ArtifactKind,
  Box,
  Colour,
  GroupMark,
  ImageMark,
  Mark,
  Page,
  ShapeMark,
  StructureRef,
  TextMark,
} from '../../pages/page.ts';
import { addLink } from './add-link.ts';
import { boxIn } from './box-in.ts';
import { embedPng } from './embed-png.ts';
import { embedSamples } from './embed-samples.ts';
import type { EmbeddedFont } from './embedded-font.ts';
import { colourOperator, pathOperators, pdfNumber, shapeOperators, textOperators } from './operators.ts';
import type { Painter } from './painter.ts';
import { stretchesOf } from './shared-content.ts';
import { valuesOf } from './values-of.ts';

/**
 * Paints a page.
 * @param index its number within its part, from 0
 * @returns its boxes and its operators, as they are written
 */
export function paintPage(page: Page, index: number, painter: Painter): string {
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
  const operators = (marks: readonly Mark[]) =>
    paintMarks(marks, painter, page, [1, 0, 0, 1, 0, 0]).join('\n');
  const stretches = (painter.shared ? stretchesOf(page.marks) : [page.marks])
    .map(operators)
    .filter((content) => content !== '');
  if (painter.shared) painter.shared.paint(stretches, index);
  else for (const content of stretches) document.addContent(Buffer.from(`${content}\n`, 'latin1'));
  return `${valuesOf([page.width, page.height, page.boxes])}\n${stretches.join('\n')}\n`;
}

/** Gives the operators for marks. Neighbours with the same place in the structure share one marked-content sequence. */
function paintMarks(marks: readonly Mark[], painter: Painter, page: Page, transform: Matrix): string[] {
  const lines: string[] = [];
  let open: number | string | undefined;
  let colour: Colour | undefined;
  let operator = '';
  const close = () => {
    if (open !== undefined) lines.push('EMC');
    open = undefined;
  };
  const begin = (structureRef: StructureRef) => {
    const key = 'slot' in structureRef ? structureRef.slot : structureRef.artifact;
    if (open === key) return;
    close();
    open = key;
    lines.push(
      'slot' in structureRef ? beginSlot(structureRef.slot, painter) : beginArtifact(structureRef.artifact),
    );
  };
  for (const mark of marks) {
    switch (mark.kind) {
      case 'text': {
        begin(mark.structureRef);
        if (colour !== mark.colour) {
          const before = operator;
          operator = colourOperator(mark.colour, 'fill');
          if (operator !== before) lines.push(operator);
          colour = mark.colour;
        }
        lines.push(paintText(mark, painter));
        break;
      }
      case 'shape':
        begin(mark.structureRef);
        lines.push(remembered(mark, painter, () => shapeOperators(mark)));
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

/** Gives the operators of a mark, which are the same wherever it is painted in a file. */
function remembered<M extends TextMark | ShapeMark>(
  mark: M,
  { shared }: Painter,
  paint: () => string,
): string {
  let operators = shared?.operators.get(mark);
  if (operators === undefined) {
    operators = paint();
    shared?.operators.set(mark, operators);
  }
  return operators;
}

function paintText(mark: TextMark, painter: Painter): string {
  const font = fontFor(plainFace(mark.face), painter);
  return remembered(mark, painter, () => showText(mark, font, painter));
}

function showText(mark: TextMark, font: EmbeddedFont, painter: Painter): string {
  let shown = painter.shown.get(font);
  if (!shown) {
    shown = new Map();
    painter.shown.set(font, shown);
  }
  return textOperators(mark, font, shown, painter.fonts);
}

function beginSlot(slot: number, { tree }: Painter): string {
  const { role, id } = tree.mark(slot);
  return `/${role} <</MCID ${id}>> BDC`;
}

const ARTIFACTS: Readonly<Record<ArtifactKind, string>> = {
  page: '/Artifact <</Type /Pagination>> BDC',
  layout: '/Artifact <</Type /Layout>> BDC',
  background: '/Artifact <</Type /Background>> BDC',
};

const beginArtifact = (kind: ArtifactKind) => ARTIFACTS[kind];

function fontFor(face: string, { document, embedded }: Painter): EmbeddedFont {
  const font = embedded.of(face);
  const { fonts } = document.page;
  if (!Object.hasOwn(fonts, font.id)) fonts[font.id] = font.ref();
  return font;
}

/** A transform without its shift. */
type TurnAndScale = readonly [a: number, b: number, c: number, d: number];

const TURNS = {
  0: [1, 0, 0, 1],
  90: [0, 1, -1, 0],
  180: [-1, 0, 0, -1],
  270: [0, -1, 1, 0],
} as const;

function groupOperators(group: GroupMark, painter: Painter, page: Page, outer: Matrix): string[] {
  const turnAndScale = (group.matrix ?? TURNS[group.turn].map((part) => part * group.scale)) as TurnAndScale;
  const [a, b, c, d] = turnAndScale;
  const [A, B, C, D] = outer;
  const { clip } = group;
  const inner: Matrix = [
    A * a + C * b,
    B * a + D * b,
    A * c + C * d,
    B * c + D * d,
    ...transformPoint(outer, group.x, group.y),
  ];
  if (group.figure !== undefined && clip) {
    const box = boxIn(inner, clip, page);
    painter.tree.place(group.figure, box);
  }
  return [
    'q',
    `${turnAndScale.map(pdfNumber).join(' ')} ${pdfNumber(group.x)} ${pdfNumber(group.y)} cm`,
    ...(clip
      ? [
          `${pdfNumber(clip.x)} ${pdfNumber(clip.y)} ${pdfNumber(clip.width)} ${pdfNumber(clip.height)} re W n`,
        ]
      : []),
    ...(group.clipPath
      ? [`${pathOperators(group.clipPath.path)} ${group.clipPath.evenOdd ? 'W*' : 'W'} n`]
      : []),
    ...paintMarks(group.marks, painter, page, inner),
    'Q',
  ];
}

function imageOperators(mark: ImageMark, { document, images, opened }: Painter): string {
  const shown = images.get(mark.image)!;
  const { data } = shown;
  let image = opened.get(data);
  if (!image && shown.format === 'samples') {
    image = { label: `S${opened.size + 1}`, obj: embedSamples(document, shown) };
    opened.set(data, image);
  } else if (!image && shown.format === 'png') {
    image = embedPng(document, data);
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
  return `q ${pdfNumber(width)} 0 0 ${pdfNumber(-height)} ${pdfNumber(x)} ${pdfNumber(y + height)} cm /${image.label} Do Q`;
}
