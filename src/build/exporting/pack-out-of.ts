import type { PackOut } from '../../exchange/out/pack-out.ts';
import type { OpenPack } from '../jobs/opening/open-pack.ts';

/** What other programs are handed of a pack that has been opened. */
export const packOutOf = ({ pack, assessment, tables, source, words }: OpenPack): PackOut => ({
  pack,
  assessment,
  entryKinds: tables.entryKinds,
  blocks: tables.blocks,
  pictures: source.pictures.map(({ path, bytes }) => ({ path: path.replaceAll('\\', '/'), bytes })),
  words,
});
