/** Reports a difference between a finished file and its source, in a sentence that begins with the question. */
export type ReportDrift = (
  code: 'paper-drift' | 'marks-drift' | 'key-drift' | 'answer-leaked',
  message: string,
) => void;
