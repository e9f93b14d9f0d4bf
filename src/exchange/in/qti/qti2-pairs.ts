import type { AskWithNotes } from '../questions/ask-with-notes.ts';
import { blocksInLine } from '../rich-text/blocks-in-line.ts';
import type { TextBlock } from '../rich-text/text-block.ts';
import { xmlAsHtml } from '../xml/xml-as-html.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import { childrenOf, descendantsOf } from '../xml/xml-queries.ts';
import { type QtiFile, qtiBlocks } from './qti-file.ts';
import type { Qti2Key } from './qti2-keys.ts';

/** Reads pairs. @returns a text that says what is lost, if something on the left goes with several on the right */
export function qti2Pairs(
  interaction: XmlElement,
  { correct, scores }: Qti2Key,
  stem: readonly TextBlock[],
  file: QtiFile,
): AskWithNotes | string {
  const texts = new Map(
    descendantsOf(interaction, 'simpleassociablechoice').map((choice) => [
      choice.attributes['identifier'] ?? '',
      blocksInLine(qtiBlocks(xmlAsHtml(choice), choice, file)),
    ]),
  );
  const [lefts, rights] = childrenOf(interaction, 'simplematchset').map((set) =>
    childrenOf(set, 'simpleassociablechoice').map(({ attributes }) => attributes['identifier'] ?? ''),
  );
  const written =
    correct.length > 0 ? correct : [...scores].filter(([, score]) => score > 0).map(([pair]) => pair);
  const pairs = written.map((pair) => {
    const [one = '', other = ''] = pair.split(/\s+/);
    // Pairs may be written either way round.
    return rights?.includes(one) && !lefts?.includes(one) ? [other, one] : [one, other];
  });
  const left = pairs.map(([one]) => one!);
  if (new Set(left).size < left.length)
    return 'a whole question, because something in it has to be matched with several others';
  const unmatched = lefts?.filter((id) => !left.includes(id)) ?? [];
  if (pairs.length > 0 && unmatched.length > 0)
    return 'a whole question, because something in it has to be left without a match';
  const used = new Set(pairs.flat());
  const extras = (rights ?? [...texts.keys()]).filter((id) => !used.has(id));
  const textOf = (id: string | undefined) => texts.get(id ?? '') ?? '';
  return {
    ask: {
      kind: 'matching',
      pairs: pairs.map(([one, other]) => ({ left: textOf(one), right: textOf(other) })),
      extras: extras.map(textOf).filter((text) => text !== ''),
    },
    stem,
  };
}
