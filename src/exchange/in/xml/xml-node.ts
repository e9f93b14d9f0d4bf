/** An element of XML, without its prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
  /** Where it begins; lines and columns count from 1. */
  readonly line: number;
  readonly column: number;
}
