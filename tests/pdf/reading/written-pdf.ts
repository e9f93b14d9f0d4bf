/** A PDF written by hand, with a table of its objects: what no program of ours would make. */
export interface WrittenPdf {
  /** The operators of its page. */
  readonly content?: string;
  /** Keys of the page besides the usual ones, as PDF: `/TrimBox [0 0 10 10]`. */
  readonly page?: string;
  readonly resources?: string;
  readonly catalog?: string;
  /** Objects from number 10 on. */
  readonly objects?: readonly string[];
  readonly trailer?: string;
}

/** One page of 200 × 100 points with Helvetica as F1, which is not embedded. Objects 1 to 5 are its own. */
export function writtenPdf(parts: WrittenPdf = {}): Uint8Array {
  const { content = '', page = '', resources = '', catalog = '', objects = [], trailer = '' } = parts;
  const all = new Map<number, string>([
    [1, `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`],
    [2, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
    [
      3,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> ${resources} >> ${page} >>`,
    ],
    [4, `<< /Length ${content.length} >>\nstream\n${content}\nendstream`],
    [5, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'],
    ...objects.map((object, index): [number, string] => [10 + index, object]),
  ]);
  let text = '%PDF-1.7\n';
  const offsets = new Map<number, number>();
  for (const [number, object] of all) {
    offsets.set(number, text.length);
    text += `${number} 0 obj\n${object}\nendobj\n`;
  }
  const size = 10 + objects.length;
  const rows = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number);
    return `${String(offset ?? 0).padStart(10, '0')} ${offset === undefined ? '65535 f' : '00000 n'} \n`;
  });
  const at = text.length;
  text += `xref\n0 ${size}\n${rows.join('')}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(text, 'latin1'));
}
