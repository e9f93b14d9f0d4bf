/** Whether a picture is in the text that shows it, as a data URI. */
export const isEmbedded = (path: string): boolean => /^data:/i.test(path);

/** The bytes of a picture in a data URI (RFC 2397); undefined if they cannot be told from it. */
export function embeddedFile(
  path: string,
): { readonly path: string; readonly bytes: Uint8Array } | undefined {
  const comma = path.indexOf(',');
  if (comma < 0) return undefined;
  const data = path.slice(comma + 1);
  const bytes = /;\s*base64$/i.test(path.slice(0, comma)) ? fromBase64(data) : fromPercents(data);
  return bytes && bytes.length > 0 ? { path, bytes } : undefined;
}

function fromBase64(data: string): Uint8Array | undefined {
  const text = data.replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  const letters = text.replace(/\s+/g, '').replaceAll('-', '+').replaceAll('_', '/');
  return /^[A-Za-z0-9+/]+={0,2}$/.test(letters) ? new Uint8Array(Buffer.from(letters, 'base64')) : undefined;
}

function fromPercents(data: string): Uint8Array | undefined {
  try {
    return new TextEncoder().encode(decodeURIComponent(data));
  } catch {
    return undefined;
  }
}
