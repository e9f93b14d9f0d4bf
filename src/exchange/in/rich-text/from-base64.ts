/** Decodes base64, with or without line ends. */
export const fromBase64 = (data: string): Uint8Array =>
  new Uint8Array(Buffer.from(data.replace(/\s+/g, ''), 'base64'));
