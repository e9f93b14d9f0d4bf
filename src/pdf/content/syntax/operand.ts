import type { Matrix } from '../../../pages/matrix.ts';

/** A name in a content stream, without its slash. */
interface OperandName {
  readonly name: string;
}

/** What comes before an operator. A string holds bytes, one per character. */
export type Operand =
  | number
  | string
  | boolean
  | null
  | OperandName
  | readonly Operand[]
  | ReadonlyMap<string, Operand>;

export const isName = (operand: Operand | undefined): operand is OperandName =>
  typeof operand === 'object' && operand !== null && 'name' in operand;

/** The number at a place among the operands of an operator; 0 if there is none. */
export function numberAt(operands: readonly Operand[], index: number): number {
  const operand = operands[index];
  return typeof operand === 'number' ? operand : 0;
}

/** The name of an operand, for messages; empty if it is not a name. */
export const nameOrEmpty = (operand: Operand | undefined): string => (isName(operand) ? operand.name : '');

/** The six operands of an operator that takes a matrix. */
export const matrixOf = (operands: readonly Operand[]): Matrix => [
  numberAt(operands, 0),
  numberAt(operands, 1),
  numberAt(operands, 2),
  numberAt(operands, 3),
  numberAt(operands, 4),
  numberAt(operands, 5),
];
