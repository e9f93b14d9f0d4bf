/**
 * Puts something in the place of each gap of a text, which are `[[1]]`, `[[2]]` … The text with gaps comes last, so an earlier text
 * that looks like a gap stays.
 */
export const putInGaps = (html: string, gaps: readonly string[]): string =>
  gaps.reduceRight((text, gap, index) => {
    const sign = `[[${index + 1}]]`;
    const at = text.lastIndexOf(sign);
    return at < 0 ? text : `${text.slice(0, at)}${gap}${text.slice(at + sign.length)}`;
  }, html);
