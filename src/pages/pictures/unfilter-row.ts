/**
 * Undoes the filter of one row of a PNG in place (ISO 15948, clause 9).
 * @param above the row above, or zeros
 * @param step the bytes of a pixel, at least 1
 * @returns whether there is such a filter
 */
export function unfilterRow(filter: number, row: Uint8Array, above: Uint8Array, step: number): boolean {
  const { length } = row;
  switch (filter) {
    case 0:
      return true;
    case 1:
      for (let at = step; at < length; at++) row[at] = row[at]! + row[at - step]!;
      return true;
    case 2:
      for (let at = 0; at < length; at++) row[at] = row[at]! + above[at]!;
      return true;
    case 3:
      for (let at = 0; at < length; at++)
        row[at] = row[at]! + (((at < step ? 0 : row[at - step]!) + above[at]!) >> 1);
      return true;
    case 4:
      for (let at = 0; at < Math.min(step, length); at++) row[at] = row[at]! + above[at]!;
      for (let at = step; at < length; at++)
        row[at] = row[at]! + paeth(row[at - step]!, above[at]!, above[at - step]!);
      return true;
    default:
      return false;
  }
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const a = Math.abs(guess - left);
  const b = Math.abs(guess - above);
  const c = Math.abs(guess - corner);
  return a <= b && a <= c ? left : b <= c ? above : corner;
}
