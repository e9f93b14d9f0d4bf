import { type ByteCursor, isWhiteSpace, readWord, skipWhiteSpace } from './byte-cursor.ts';
import type { Operand } from './operand.ts';
import { readDictionary, readOperand } from './read-operand.ts';

/** How many operands are kept: no operator takes as many. */
const MOST_OPERANDS = 64;

const LETTER_E = 69;
const LETTER_I = 73;

/** An operator with its operands; an inline picture is `BI` with its dictionary. */
export interface Operation {
  readonly operator: string;
  readonly operands: readonly Operand[];
}

/** Gives the operators of a content stream. @returns undefined if it ends inside one, so that the next stream goes on */
export function operationsOf(bytes: Uint8Array): readonly Operation[] | undefined {
  const operations: Operation[] = [];
  const isWhole = eachOperator(bytes, (operator, operands) => operations.push({ operator, operands }));
  return isWhole ? operations : undefined;
}

/**
 * Reads a content stream, operator by operator (ISO 32000-1, 7.8.2). What makes no sense is passed over.
 * @param visit is given each operator with its operands; an inline picture as `BI` with its dictionary
 * @returns whether the stream ends after an operator, and not inside one
 */
export function eachOperator(
  bytes: Uint8Array,
  visit: (operator: string, operands: readonly Operand[]) => void,
): boolean {
  const cursor: ByteCursor = {
    bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
    at: 0,
  };
  let operands: Operand[] = [];
  for (skipWhiteSpace(cursor); cursor.at < bytes.length; skipWhiteSpace(cursor)) {
    const operand = readOperand(cursor, 0);
    if (operand !== undefined) {
      if (operands.length < MOST_OPERANDS) operands.push(operand);
      continue;
    }
    const operator = readWord(cursor);
    if (operator === 'BI') {
      visit('BI', [readDictionary(cursor, 0)]);
      skipPicture(cursor);
    } else if (operator) visit(operator, operands);
    else cursor.at++;
    operands = [];
  }
  // A picture that does not end leaves the cursor behind the last byte.
  return operands.length === 0 && cursor.at <= bytes.length;
}

/** Passes over the bytes of an inline picture, which end at `EI` between white space. */
function skipPicture(cursor: ByteCursor): void {
  const { bytes } = cursor;
  const isEnd = (at: number) =>
    bytes[at] === LETTER_E &&
    bytes[at + 1] === LETTER_I &&
    isWhiteSpace(bytes[at - 1]) &&
    (at + 2 >= bytes.length || isWhiteSpace(bytes[at + 2]));
  while (cursor.at < bytes.length && !isEnd(cursor.at)) cursor.at++;
  cursor.at += 2;
}
