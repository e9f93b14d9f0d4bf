import { strToU8, zipSync } from 'fflate';

const NAMES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Styles as Word writes them, and two lists: with bullets (1) and with numbers (2). */
const STYLES = `${HEAD}<w:styles ${NAMES}>${[
  ['Heading1', 'heading 1'],
  ['Heading2', 'heading 2'],
  ['Title', 'Title'],
  ['Quote', 'Quote'],
]
  .map(([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`)
  .join('')}</w:styles>`;
const NUMBERING = `${HEAD}<w:numbering ${NAMES}>${['bullet', 'decimal']
  .map(
    (format, id) =>
      `<w:abstractNum w:abstractNumId="${id}">${[0, 1].map((level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="${format}"/></w:lvl>`).join('')}</w:abstractNum>`,
  )
  .join(
    '',
  )}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Words of one style. */
export const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** A paragraph. @param inner runs, or its words @param style its style @param list the number of its list, and how deep it is */
export const paragraph = (inner: string, style = '', list?: readonly [number, number]): string =>
  `<w:p><w:pPr>${style === '' ? '' : `<w:pStyle w:val="${style}"/>`}${list ? `<w:numPr><w:ilvl w:val="${list[1]}"/><w:numId w:val="${list[0]}"/></w:numPr>` : ''}</w:pPr>${inner.startsWith('<') ? inner : run(inner)}</w:p>`;

export const bold = (text: string): string => paragraph(run(text, '<w:b/>'));

export const table = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

/** A part of a Word document besides its text: its XML within the outermost element. */
interface Part {
  readonly element: string;
  readonly inner: string;
}

/**
 * Makes a Word document of XML.
 * @param parts other parts, by their names: `comments.xml`, `footnotes.xml`
 * @param more other files, as they are
 */
export function wordFile(
  body: string,
  parts: Readonly<Record<string, Part>> = {},
  more: Readonly<Record<string, Uint8Array>> = {},
): Uint8Array {
  const named = Object.entries(parts);
  const kinds = [...named.map(([name]) => name.replace(/\d*\.xml$/, '')), 'styles', 'numbering'];
  const targets = [...named.map(([name]) => name), 'styles.xml', 'numbering.xml'];
  const related = targets.map(
    (target, index) =>
      `<Relationship Id="r${index + 1}" Type="${OFFICE}/${kinds[index]!.split('/').at(-1)}" Target="${target}"/>`,
  );
  const pictures = Object.keys(more).map(
    (name, index) =>
      `<Relationship Id="p${index + 1}" Type="${OFFICE}/image" Target="${name.replace(/^word\//, '')}"/>`,
  );
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `${HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      `${HEAD}<Relationships xmlns="${RELATIONS}">${related.join('')}${pictures.join('')}</Relationships>`,
    ),
    'word/document.xml': strToU8(`${HEAD}<w:document ${NAMES}><w:body>${body}</w:body></w:document>`),
    'word/styles.xml': strToU8(STYLES),
    'word/numbering.xml': strToU8(NUMBERING),
    ...more,
  };
  for (const [name, { element, inner }] of named)
    files[`word/${name}`] = strToU8(`${HEAD}<${element} ${NAMES}>${inner}</${element}>`);
  return zipSync(files);
}
