/** Latin letters that are not a plain letter with an accent. */
const LATIN = 'ß ss æ ae œ oe ø o ł l đ d ð d þ th ı i ŋ n';
/** As in passports and on road signs (ELOT 743), without its accents. */
const GREEK =
  'α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o';
/** Letters of Russian, Ukrainian, Belarusian, Bulgarian, Serbian and Macedonian, as English atlases write them. */
const CYRILLIC =
  'а a б b в v г g д d е e ё yo ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ - ы y ь - э e ю yu я ya і i ї yi є ye ґ g ў u ј j љ lj њ nj ћ c ђ dj џ dz ѓ gj ќ kj ѕ dz';

const LETTERS: ReadonlyMap<string, string> = new Map(
  [LATIN, GREEK, CYRILLIC].flatMap((table) => {
    const words = table.split(' ');
    return words.flatMap((word, index): [string, string][] =>
      index % 2 === 0 ? [[word, words[index + 1]!.replace('-', '')]] : [],
    );
  }),
);

/** Writes small Greek and Cyrillic letters in plain Latin ones; letters of other scripts stay as they are. */
export const transliterate = (text: string): string =>
  text.replace(/[^\p{ASCII}]/gu, (letter) => LETTERS.get(letter) ?? letter);
