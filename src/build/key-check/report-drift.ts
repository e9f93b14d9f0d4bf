/** Told what is wrong, as a sentence that begins with the question. */
export type Complain = (
  code: 'paper-drift' | 'marks-drift' | 'key-drift' | 'answer-leaked',
  message: string,
) => void;
