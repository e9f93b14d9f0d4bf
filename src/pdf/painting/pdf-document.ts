/** A reference to an object of the file. */
export interface Reference {
  /** Its number in the file. */
  readonly id: number;
  data: Record<string, unknown>;
  /** Its data as text, if they were written without PDFKit. */
  text?: string;
  end(chunk?: unknown): void;
}

interface PdfKitPage {
  readonly dictionary: Reference;
  readonly content: Reference & CompressedReference & { write(chunk: Uint8Array): void };
  readonly fonts: Record<string, Reference>;
  readonly xobjects: Record<string, unknown>;
  readonly annotations: Reference[];
  readonly structParentTreeKey: number;
}

/**
 * The parts of PDFKit 0.20.2 that are used here. Most are not in its public interface, so the version is pinned, and
 * only this room depends on them.
 */
export interface PdfDocument {
  readonly page: PdfKitPage;
  readonly _root: Reference;
  _id: Uint8Array;
  /** What is written as fonts when the document ends, in this order. */
  readonly _fontFamilies: Record<string, { finalize(): void }>;
  _addInfo: () => void;
  _addColorOutputIntent: () => void;
  readonly info: Record<string, unknown>;
  read(): Uint8Array | null;
  /** The number of bytes written so far. */
  _offset: number;
  /** Where each object begins, in the order of their numbers, which begin with 1. */
  readonly _offsets: readonly number[];
  readonly _info: Reference;
  _ended: boolean;
  _write: (line: string | Uint8Array) => void;
  /** Notes that an object is written. After the last one it finishes the file. */
  _refEnd(reference: Reference): void;
  /** Writes what comes after the last object. */
  _finalize: () => void;
  ref(data?: Record<string, unknown>): Reference & CompressedReference;
  addPage(options: { size: [number, number]; margin: number }): void;
  addContent(data: Uint8Array): void;
  appendXML(xml: string): void;
  /** The number of pictures so far, which names each. */
  _imageCount: number;
  openImage(bytes: Uint8Array): { label: string; obj?: Reference; embed(document: PdfDocument): void };
  getStructTreeRoot(): Reference;
  getStructParentTree(): { get(key: number): unknown[]; add(key: number, value: unknown): void };
  createStructParentTreeNextKey(): number;
  readonly outline: OutlineNode;
  push(chunk: Uint8Array | null): boolean;
  end(): void;
}

/** The part of a reference that compresses its stream. */
export interface CompressedReference {
  compress: boolean;
  buffer: Uint8Array[];
  finalize(): void;
}

/** A bookmark, or the list of all. */
export interface OutlineNode {
  addItem(title: string, options: { fit: boolean; pageNumber: number; expanded?: boolean }): OutlineNode;
}
