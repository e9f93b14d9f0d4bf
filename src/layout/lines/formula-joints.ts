/** Signs between the parts of a formula. */
const SIGNS = '=+−×÷·±≈≤≥';
/** What may be beside one: a letter or number with little around it. */
const PART = /^[([√−]*[\p{L}\p{N}][\p{L}\p{N}\p{M}.,′²³⁻⁰-⁹₀-₉]{0,5}[)\]]*[.,;:]?$/u;
const NUMBER = /^[([−+±]*\p{N}[\p{N}.,]*$/u;
/** Units as they are written behind a number, alone or with a power or another unit. */
const UNIT =
  /^(?:[kMGmµcdhn]?(?:m|g|s|A|V|W|J|N|C|K|Pa|Hz|Ω|mol|l|L|t)|min|h|°C|°F)(?:[²³]|[23](?!\p{L}))?(?:\/\p{L}{1,3}[²³23]?)?[).,;:]*$/u;

/**
 * Whether a line may not end between two words of a formula: around its signs, as in “V = I × R”, and between a number and
 * its unit. Only before an equals sign that follows more than a letter may it end.
 * @param earlier the word before those two, which says whether a letter is a unit
 */
export function staysInFormula(before: string, word: string, earlier = ''): boolean {
  if (isSign(word))
    return PART.test(before) && (word !== '=' || ([...before].length <= 2 && !NUMBER.test(earlier)));
  if (isSign(before)) return PART.test(word);
  return !ORDINARY.test(word) && NUMBER.test(before) && UNIT.test(word);
}

/** Whether a word may be a sign or a number: nearly none begins as they do, and the patterns above take long to make. */
export function mayBeInFormula(word: string): boolean {
  const code = word.charCodeAt(0);
  return code < 0x80 ? code < 0x41 || code === 0x5b : code < 0x2010 || code > 0x2027;
}

const isSign = (word: string): boolean => word.length === 1 && SIGNS.includes(word);

/** A word that is longer than a unit. */
const ORDINARY = /^(?!.{0,2}mol)[A-Za-z]{4}/;
