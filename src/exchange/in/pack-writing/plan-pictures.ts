import type { Report } from '../../../diagnostics/report.ts';
import type { ImportedPicture } from '../imported.ts';
import type { PackBefore } from './import-plan.ts';
import { hashOfImported, type SourceRecord } from './import-record.ts';

/** Says which pictures of a source are written. One that somebody has put in place of it stays, and is named. */
export function planPictures(
  pictures: readonly ImportedPicture[],
  before: Pick<PackBefore, 'folder' | 'pictures'>,
  earlier: SourceRecord,
  replace: boolean,
  report: Report,
): { files: ReadonlyMap<string, Uint8Array>; hashes?: Record<string, string> } {
  const files = new Map<string, Uint8Array>();
  const hashes = new Map(Object.entries(earlier.pictures ?? {}));
  for (const { path, bytes } of pictures) {
    const [hash, there] = [hashOfImported(bytes), before.pictures.get(path)];
    const isOurs = !there || replace || [hash, hashes.get(path)].includes(hashOfImported(there));
    if (!isOurs) {
      report.add(
        'import-kept',
        { file: `${before.folder}/${path}`, line: 1, column: 1 },
        'There is another picture with this name in the pack. It stays as it is.',
        'To take the picture of the source instead, import it again with --replace.',
      );
      continue;
    }
    hashes.set(path, hash);
    if (!there || hashOfImported(there) !== hash) files.set(path, bytes);
  }
  return { files, ...(hashes.size > 0 && { hashes: Object.fromEntries(hashes) }) };
}
