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
  return !BEGINS_WITH_LETTER.test(before) && NUMBER.test(before) && UNIT.test(word);
}

/** Nearly all words begin with one of these, and are no numbers. */
const BEGINS_WITH_LETTER = /^[A-Za-z]/;

const isSign = (word: string): boolean => word.length === 1 && SIGNS.includes(word);
