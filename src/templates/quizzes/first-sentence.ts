/** The end of a sentence: not after one or two letters, as in “Dr. Grey”. */
const SENTENCE_END = /(?<=[\p{L}\p{N}]{3}|[)\]”’"»*_])[.!?…]["”’»)*_]*(?=\s+["“‘«„(¿¡*_]*[\p{Lu}\p{N}])/u;

/** The first sentence of a text. */
export function firstSentence(text: string): string {
  const end = SENTENCE_END.exec(text);
  return end ? text.slice(0, end.index + end[0].length) : text;
}
