import type { DocumentInfo } from './document-info.ts';
import type { PdfDocument } from './pdf-document.ts';

/** Adds what PDF/X-4 asks for (ISO 15930-7) to what PDF/A asks for. Both have to name the same profile. */
export function declarePress(
  document: PdfDocument,
  { name, bytes }: NonNullable<DocumentInfo['press']>,
): void {
  document.info['Trapped'] = nameObject(document, 'False');
  document._addColorOutputIntent = () => {
    const profile = document.ref({ N: 4 });
    profile.end(Buffer.from(bytes));
    document._root.data['OutputIntents'] = ['GTS_PDFX', 'GTS_PDFA1'].map((kind) => {
      const intent = document.ref({
        Type: 'OutputIntent',
        S: kind,
        OutputConditionIdentifier: new String(name),
        Info: new String(name),
        DestOutputProfile: profile,
      });
      intent.end();
      return intent;
    });
  };
}

/**
 * A name as a value of Info. PDFKit would write it as a text: only what it takes for a reference is written as it is.
 */
function nameObject(document: PdfDocument, name: string): object {
  const reference = Object.getPrototypeOf(document._root) as object;
  return Object.create(reference, { toString: { value: () => `/${name}` } }) as object;
}
