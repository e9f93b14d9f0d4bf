import { SaxesParser, type SaxesTagNS } from 'saxes';

/** A property that a file’s XMP metadata uses or declares. */
interface XmpProperty {
  /** The namespace of its prefix: `http://purl.org/dc/elements/1.1/`. */
  readonly namespace: string;
  readonly name: string;
}

/** XMP metadata. */
export interface ReadXmp {
  readonly text: string;
  readonly wellFormed: boolean;
  /** The values of properties, by their names with the usual prefix: `dc:title`, `pdfuaid:part`. */
  readonly values: Readonly<Record<string, string>>;
  /** The properties that the file has, each once. */
  readonly used: readonly XmpProperty[];
  /** Those that its extension schemas describe, as PDF/A asks of any that are not predefined. */
  readonly declared: readonly XmpProperty[];
}

/** The prefixes that are used here, by namespace: a file may use others for the same namespaces. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://ns.adobe.com/xap/1.0/', 'xmp'],
  ['http://ns.adobe.com/pdf/1.3/', 'pdf'],
  ['http://www.aiim.org/pdfua/ns/id/', 'pdfuaid'],
  ['http://www.aiim.org/pdfa/ns/id/', 'pdfaid'],
  ['http://www.npes.org/pdfx/ns/id/', 'pdfxid'],
]);

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const EXTENSION = 'http://www.aiim.org/pdfa/ns/extension/ schemas';
const SCHEMA_NAMESPACE = 'http://www.aiim.org/pdfa/ns/schema# namespaceURI';
const PROPERTY_NAME = 'http://www.aiim.org/pdfa/ns/property# name';
/** Namespaces whose attributes are not properties: RDF's own, those of XML, and what prefixes are bound with. */
const SYNTAX = ['', RDF, 'http://www.w3.org/XML/1998/namespace', 'http://www.w3.org/2000/xmlns/'];

/** Reads XMP metadata, well formed or not: what comes before a mistake is still read. */
export function readXmp(text: string): ReadXmp {
  const values = new Map<string, string>();
  const properties = propertyCollector();
  const open: string[] = [];
  let wellFormed = true;
  const parser = new SaxesParser({ xmlns: true });
  const keep = (namespace: string, local: string, value: string) => {
    const prefix = PREFIXES.get(namespace);
    const name = `${prefix}:${local}`;
    if (prefix && value.trim() && !values.has(name)) values.set(name, value.trim());
  };
  parser.on('opentag', (tag) => {
    properties.open(tag, open);
    open.push(`${tag.uri} ${tag.local}`);
    for (const { uri, local, value } of Object.values(tag.attributes)) keep(uri, local, value);
  });
  parser.on('text', (value) => {
    properties.text(open.at(-1), value);
    const [uri, local] = open.findLast((name) => PREFIXES.has(name.split(' ')[0]!))?.split(' ') ?? [];
    if (uri && local) keep(uri, local, value);
  });
  parser.on('closetag', () => open.pop());
  parser.on('error', () => {
    wellFormed = false;
  });
  try {
    parser.write(text.replace(/^\ufeff/, '').trim()).close();
  } catch {
    wellFormed = false;
  }
  return { text, wellFormed, values: Object.fromEntries(values), ...properties.found() };
}

/** Collects the properties of descriptions, and those that extension schemas describe. */
function propertyCollector() {
  const used = new Map<string, XmpProperty>();
  // A schema may name its properties before it says what they belong to.
  const schemas: { namespace: string; names: string[] }[] = [];
  const describe = (what: string | undefined, value: string) => {
    const schema = schemas.at(-1);
    if (what === SCHEMA_NAMESPACE && schema) schema.namespace += value.trim();
    if (what === PROPERTY_NAME && value.trim()) schema?.names.push(value.trim());
  };
  return {
    open({ uri, local, attributes }: SaxesTagNS, outer: readonly string[]) {
      const isDescription = (name: string | undefined) => name === `${RDF} Description`;
      const inRoot = (depth: number) => outer.at(depth) === `${RDF} RDF`;
      if (isDescription(outer.at(-1)) && inRoot(-2))
        used.set(`${uri} ${local}`, { namespace: uri, name: local });
      if (outer.at(-2) === EXTENSION) schemas.push({ namespace: '', names: [] });
      for (const { uri: namespace, local: name, value } of Object.values(attributes)) {
        if (isDescription(`${uri} ${local}`) && inRoot(-1) && !SYNTAX.includes(namespace))
          used.set(`${namespace} ${name}`, { namespace, name });
        describe(`${namespace} ${name}`, value);
      }
    },
    text: describe,
    found: () => ({
      used: [...used.values()],
      declared: schemas.flatMap(({ namespace, names }) => names.map((name) => ({ namespace, name }))),
    }),
  };
}
