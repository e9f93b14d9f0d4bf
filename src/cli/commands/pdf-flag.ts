import { convertedFlag, Refusal } from '../flags.ts';

/** The option `--out` of commands that write one PDF. */
export const pdfFlag = (help: string) =>
  convertedFlag({ value: 'file', short: 'o', help }, (written): string | Refusal =>
    written.endsWith('.pdf') ? written : new Refusal('The name of a PDF must end in .pdf.'),
  );
