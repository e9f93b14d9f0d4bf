import { TABLES } from '../../../src/build/tables/tables.ts';
import type { Loss } from '../../../src/exchange/losses/loss.ts';
import type { PackOut } from '../../../src/exchange/out/pack-out.ts';
import type { PictureFile } from '../../../src/pages/pictures/read-pictures.ts';
import { assessmentOf } from '../../assessment/support.ts';
import { english } from '../../words-in.ts';

/** A pack of these files, as formats to export are handed it. It has to be sound. */
export function packOutOf(
  files: Readonly<Record<string, string>>,
  pictures: readonly PictureFile[] = [],
): PackOut {
  const { pack, assessment, report } = assessmentOf(files);
  const errors = report.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return { pack, assessment, entryKinds: TABLES.entryKinds, blocks: TABLES.blocks, pictures, words: english };
}

/** What was lost, each kind once. */
export const kindsOf = (losses: readonly Loss[]): string[] => [...new Set(losses.map(({ what }) => what))];

export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
