/** Room for an answer: lines, millimetres, a share of the page, or the rest of it. */
export interface AnswerRoom {
  readonly ruling: 'lined' | 'squared' | 'dotted' | 'boxed' | 'blank';
  readonly lines?: number;
  /** As much as this number of handwritten words takes. */
  readonly words?: number;
  /** In millimetres. */
  readonly height?: number;
  readonly rest?: boolean;
}
