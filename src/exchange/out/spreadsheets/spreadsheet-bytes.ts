/** A table as bytes that spreadsheets take for UTF-8: without the mark at its beginning, Excel garbles accents and quotation marks. */
export const spreadsheetBytes = (table: string): Uint8Array => new TextEncoder().encode(`\ufeff${table}`);
