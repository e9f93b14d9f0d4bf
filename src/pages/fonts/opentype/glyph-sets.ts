/**
 * The place of a glyph in a coverage table; −1 if it is not there.
 * @param coverage where the table begins
 */
export function coverageIndex(view: DataView, coverage: number, glyph: number): number {
  const isList = view.getUint16(coverage) === 1;
  const size = isList ? 2 : 6;
  let low = 0;
  let high = view.getUint16(coverage + 2) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const record = coverage + 4 + middle * size;
    const first = view.getUint16(record);
    if (glyph < first) high = middle - 1;
    else if (glyph > (isList ? first : view.getUint16(record + 2))) low = middle + 1;
    else return isList ? middle : view.getUint16(record + 4) + glyph - first;
  }
  return -1;
}

/**
 * The class of a glyph in a class definition table; 0 if it has none.
 * @param classes where the table begins
 */
export function glyphClass(view: DataView, classes: number, glyph: number): number {
  if (view.getUint16(classes) === 1) {
    const index = glyph - view.getUint16(classes + 2);
    return index >= 0 && index < view.getUint16(classes + 4) ? view.getUint16(classes + 6 + index * 2) : 0;
  }
  let low = 0;
  let high = view.getUint16(classes + 2) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = classes + 4 + middle * 6;
    if (glyph < view.getUint16(range)) high = middle - 1;
    else if (glyph > view.getUint16(range + 2)) low = middle + 1;
    else return view.getUint16(range + 4);
  }
  return 0;
}
