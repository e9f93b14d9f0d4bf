import {
  booleanOf,
  bytesOf,
  dictKeys,
  dictOf,
  get,
  itemsOf,
  nameOf,
  type PDFContext,
  type PDFDict,
  resolve,
  streamBytes,
  streamOf,
  textOf,
} from '../content/syntax/pdf-objects.ts';
import { eachInTree } from './each-in-tree.ts';
import { type ReadOutputIntent, readOutputIntent } from './read-output-intent.ts';
import { type ReadXmp, readXmp } from './read-xmp.ts';

/** What a file says about itself. */
export interface ReadMetadata {
  /** The information dictionary: title, author, dates, in the file's own words. */
  readonly info: Readonly<Record<string, string>>;
  readonly xmp?: ReadXmp;
  readonly lang?: string;
  /** Whether it says that its content is tagged, and whether it says that the tags may be wrong. */
  readonly tagged: boolean;
  readonly hasSuspects: boolean;
  readonly preferences: Readonly<Record<string, string | boolean>>;
  readonly outputIntents: readonly ReadOutputIntent[];
  /** The names of attached files. */
  readonly attachments: readonly string[];
  /** The kinds of actions that run when the file is opened or pages are turned. */
  readonly actions: readonly string[];
  readonly hasForm: boolean;
  readonly hasLayers: boolean;
  /** Whether the file has an identifier of two strings of sixteen bytes or more. */
  readonly hasIdentifier: boolean;
}

/** Reads what a file says about itself. */
export function readMetadata(context: PDFContext, catalog: PDFDict, info: PDFDict | undefined): ReadMetadata {
  const names = dictOf(get(catalog, 'Names'));
  const attachments: string[] = [];
  eachInTree(dictOf(get(names, 'EmbeddedFiles')), 'Names', (key) =>
    attachments.push(textOf(resolve(context, key)) ?? ''),
  );
  const scripts: string[] = [];
  eachInTree(dictOf(get(names, 'JavaScript')), 'Names', () => scripts.push('JavaScript'));
  const xmp = readXmpStream(catalog);
  const lang = textOf(get(catalog, 'Lang'));
  const marks = dictOf(get(catalog, 'MarkInfo'));
  const preferences = dictOf(get(catalog, 'ViewerPreferences'));
  const ids = itemsOf(resolve(context, context.trailerInfo.ID)).map((id) => bytesOf(id)?.length ?? 0);
  return {
    info: Object.fromEntries(
      dictKeys(info).flatMap((key) => {
        const text = textOf(get(info, key)) ?? nameOf(get(info, key));
        return text === undefined ? [] : [[key, text]];
      }),
    ),
    ...(xmp && { xmp }),
    ...(lang !== undefined && { lang }),
    tagged: booleanOf(get(marks, 'Marked')) === true,
    hasSuspects: booleanOf(get(marks, 'Suspects')) === true,
    preferences: Object.fromEntries(
      dictKeys(preferences).flatMap((key) => {
        const value = get(preferences, key);
        const plain = nameOf(value) ?? booleanOf(value);
        return plain === undefined ? [] : [[key, plain]];
      }),
    ),
    outputIntents: itemsOf(get(catalog, 'OutputIntents')).flatMap((value) => readOutputIntent(dictOf(value))),
    attachments,
    actions: [...scripts, ...readActions(catalog)],
    hasForm: itemsOf(get(dictOf(get(catalog, 'AcroForm')), 'Fields')).length > 0,
    hasLayers: dictOf(get(catalog, 'OCProperties')) !== undefined,
    hasIdentifier: ids.length === 2 && ids.every((length) => length >= 16),
  };
}

/**
 * Reads the kinds of actions that run by themselves, when a file is opened for one. Going to a page is not one of
 * them.
 */
export function readActions(dict: PDFDict | undefined): string[] {
  const opened = nameOf(get(dictOf(get(dict, 'OpenAction')), 'S'));
  const more = dictOf(get(dict, 'AA'));
  const others = dictKeys(more).map((key) => nameOf(get(dictOf(get(more, key)), 'S')));
  return [opened, ...others].flatMap((kind) => (kind === undefined || kind === 'GoTo' ? [] : [kind]));
}

function readXmpStream(catalog: PDFDict): ReadXmp | undefined {
  const stream = streamOf(get(catalog, 'Metadata'));
  if (!stream) return undefined;
  try {
    return readXmp(new TextDecoder().decode(streamBytes(stream)));
  } catch {
    return { text: '', wellFormed: false, values: {}, used: [], declared: [] };
  }
}
