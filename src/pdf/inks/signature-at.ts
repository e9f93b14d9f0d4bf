/** Reads the four letters by which profiles name things. */
export const signatureAt = (view: DataView, at: number): string =>
  [0, 1, 2, 3].map((index) => String.fromCharCode(view.getUint8(at + index))).join('');
