/** Letters and digits alone, to compare texts by. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/<[^<>]*>/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether the name of a question in a bank says more than the question itself, as names do that banks make up from it. */
export function isInformativeName(name: string, heading: string): boolean {
  const words = bare(name);
  const question = bare(heading);
  const isCut = /(?:…|\.\.\.)$/.test(name.trim());
  return words !== '' && !(isCut ? question.startsWith(words) : `${question} `.startsWith(`${words} `));
}
