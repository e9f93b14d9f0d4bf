import type { Pack } from '../entries/entry.ts';
import { quotationsToFind } from '../sources/pack-chapters.ts';
import type { SourceText } from '../sources/source-text.ts';
import { characterNames } from './character-names.ts';
import { indexSource } from './index-source.ts';
import { judgeQuotation, type Verdict } from './judge-quotation.ts';

/** Checks every quotation of a pack against a text. */
export function verifyQuotations(pack: Pack, text: SourceText): Verdict[] {
  const context = {
    source: indexSource(text),
    names: characterNames(pack),
    narrator: pack.entries.book[0]?.fields.narrator,
  };
  return quotationsToFind(pack).map((entry) => judgeQuotation(entry, context));
}
