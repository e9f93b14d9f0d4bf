/** Room for an answer: lines, millimetres, a share of the page, or the rest of it. */
export interface AnswerRoom {
  readonly ruling: 'lined' | 'squared' | 'dotted' | 'boxed' | 'blank';
  readonly lines?: number;
  /** As much as an answer with this number of letters takes in handwriting. */
  readonly letters?: number;
  /** In millimetres. */
  readonly height?: number;
  readonly rest?: boolean;
}
