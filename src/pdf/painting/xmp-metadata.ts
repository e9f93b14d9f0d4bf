import { type DocumentInfo, PDF_X4 } from './document-info.ts';

const escapeXml = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** Gives a file's XMP metadata. PDFKit's own is not escaped, and does not declare PDF/UA. */
export function xmpMetadata(
  { title, author, date, press, lacksUa = false }: DocumentInfo,
  id: Uint8Array,
): string {
  const when = `${date.toISOString().slice(0, 19)}Z`;
  const uuid = Buffer.from(id)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  return `
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
  <xmp:CreateDate>${when}</xmp:CreateDate>
  <xmp:ModifyDate>${when}</xmp:ModifyDate>
  ${press ? `<xmp:MetadataDate>${when}</xmp:MetadataDate>` : ''}
  <xmp:CreatorTool>Studypack</xmp:CreatorTool>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title>
  ${author ? `<dc:creator><rdf:Seq><rdf:li>${escapeXml(author)}</rdf:li></rdf:Seq></dc:creator>` : ''}
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
  <pdf:Producer>Studypack (PDFKit)</pdf:Producer>
  ${press ? '<pdf:Trapped>False</pdf:Trapped>' : ''}
</rdf:Description>
${
  press
    ? `<rdf:Description rdf:about="" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
  <xmpMM:DocumentID>uuid:${uuid}</xmpMM:DocumentID>
  <xmpMM:VersionID>1</xmpMM:VersionID>
  <xmpMM:RenditionClass>default</xmpMM:RenditionClass>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
  <pdfxid:GTS_PDFXVersion>${PDF_X4}</pdfxid:GTS_PDFXVersion>
</rdf:Description>`
    : ''
}
${
  lacksUa
    ? ''
    : `<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
  <pdfuaid:part>1</pdfuaid:part>
</rdf:Description>`
}
${describeSchemas([...(lacksUa ? [] : UA_SCHEMAS), ...(press ? PRESS_SCHEMAS : [])])}`;
}

/** A property that PDF/A does not know, so that a file has to describe it (ISO 19005-2, 6.6.2.3). */
interface ExtensionSchema {
  readonly title: string;
  readonly namespace: string;
  readonly prefix: string;
  readonly property: string;
  readonly type: 'Integer' | 'Text';
  readonly description: string;
}

const UA_SCHEMAS: readonly ExtensionSchema[] = [
  {
    title: 'PDF/UA identification schema',
    namespace: 'http://www.aiim.org/pdfua/ns/id/',
    prefix: 'pdfuaid',
    property: 'part',
    type: 'Integer',
    description: 'Part or version of PDF/UA that the file conforms to',
  },
];

/** The XMP Specification of 2005, which PDF/A-2 follows, has a schema for PDF, but `Trapped` is not in it. */
const PRESS_SCHEMAS: readonly ExtensionSchema[] = [
  {
    title: 'PDF/X identification schema',
    namespace: 'http://www.npes.org/pdfx/ns/id/',
    prefix: 'pdfxid',
    property: 'GTS_PDFXVersion',
    type: 'Text',
    description: 'Part or version of PDF/X that the file conforms to',
  },
  {
    title: 'Adobe PDF schema',
    namespace: 'http://ns.adobe.com/pdf/1.3/',
    prefix: 'pdf',
    property: 'Trapped',
    type: 'Text',
    description: 'Whether the file has been trapped for printing',
  },
];

function describeSchemas(schemas: readonly ExtensionSchema[]): string {
  if (schemas.length === 0) return '';
  return `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas><rdf:Bag>
    ${schemas.map(describeSchema).join('\n    ')}
  </rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;
}

const describeSchema = ({ title, namespace, prefix, property, type, description }: ExtensionSchema): string =>
  `<rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>${title}</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>${namespace}</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>${prefix}</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>${property}</pdfaProperty:name>
      <pdfaProperty:valueType>${type}</pdfaProperty:valueType>
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>${description}</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
  </rdf:li>`;
