import type { Place } from '../../../diagnostics/diagnostic.ts';
import { readOriginMarks, withoutOriginMarks } from '../../../diagnostics/origin.ts';
import { EMPTY_COMMENT, reportComments, takeOutComments } from '../../../diagnostics/take-out-comments.ts';
import type { Block } from '../../block.ts';
import type { ExpandTools } from '../../named/named-block.ts';
import { otherComments } from '../dialects/other-comments.ts';
import { formulaIn } from '../dialects/typed-mathematics.ts';
import { picturePath } from '../pictures/picture-path.ts';
import type { ReadingContext } from '../reading-context.ts';
import { reportMathematics } from '../report-once.ts';
import type { TokenReader } from '../tokens/token-reader.ts';
import { type Tokenized, tokenize } from '../tokens/tokenize.ts';
import { typeset } from '../tokens/typeset.ts';

/** Reads the tokens of one field. */
interface FieldReader extends Pick<TokenReader, 'inline'> {
  readAll(): Block[];
}

const isAuthored = (text: string): boolean => readOriginMarks(text).first !== undefined;

/** Makes the tools with which a named block at a place turns its fields into blocks. */
export function createExpandTools(
  at: Place,
  context: ReadingContext,
  readerOf: (source: Tokenized) => FieldReader,
): ExpandTools {
  const placeIn = (text: string): Place => {
    const origin = readOriginMarks(text).first;
    return (origin !== undefined && context.origins[origin]) || at;
  };
  // Pasted text has lost its comments already; a template, or a field in a Markdown file, may still have some.
  const uncommented = (text: string, stub?: string): string => {
    const { text: bare, faults } = takeOutComments(
      text,
      stub,
      context.dialects ? otherComments(text) : undefined,
    );
    reportComments(faults, () => placeIn(text), context.report);
    return bare;
  };
  return {
    at,
    words: context.words,
    report: context.report,
    placeIn,
    plain(text) {
      const place = placeIn(text);
      const run = { kind: 'text', text: withoutOriginMarks(uncommented(text)) } as const;
      // In a pack, a text without a mark repeats one that an author wrote, which has one.
      const formula = context.dialects || isAuthored(text) ? formulaIn(run.text) : undefined;
      if (formula !== undefined) reportMathematics(place, context, formula);
      return typeset([{ ...run, ...(place !== at && { at: place }) }], context);
    },
    inline(text) {
      const source = tokenize(uncommented(text), { inline: true, dialects: context.dialects });
      return readerOf(source).inline(source.tokens[0]?.children, placeIn(text));
    },
    blocks: (text) =>
      readerOf(tokenize(uncommented(text, EMPTY_COMMENT), { dialects: context.dialects })).readAll(),
    pictureAt: (address) => picturePath(placeIn(address).file, withoutOriginMarks(address)),
  };
}
