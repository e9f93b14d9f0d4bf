// The words are of many languages.
// cspell:disable

/** What people call the columns of a table of words. */
export const WORD_COLUMNS = {
  word: /^(words?|terms?|key ?words?|front|vocab(ulary)?|expression|concept|wort|begriff|vokabel|vorderseite|mot|terme|palabra|termino|parola|slowo|gair)$/,
  meaning:
    /^(meanings?|definitions?|back|translations?|explanation|bedeutung|ubersetzung|ruckseite|erklarung|sens|traduction|significado|definicion|traduccion|significato|definizione|traduzione|znaczenie|tlumaczenie|ystyr)$/,
  gender: /^(gender|genus|geschlecht|genre|genero|genere|rodzaj|cenedl)$/,
  plural: /^(plurals?|mehrzahl|pluriel|plurale|liczba mnoga|lluosog)$/,
  example:
    /^(examples?|example sentence|sentence|beispiel(satz)?|exemple|phrase|ejemplo|esempio|przyklad|enghraifft)$/,
  lang: /^(lang|language|sprache|langue|idioma|lingua|jezyk|iaith)$/,
  tags: /^(tags?|topics?|category|thema|theme)$/,
  id: /^(id|guid)$/,
  // Two columns that name languages are a word and its translation.
  language:
    /^(english|german|french|spanish|italian|polish|welsh|latin|greek|dutch|portuguese|russian|ukrainian|turkish|arabic|chinese|japanese|englisch|deutsch|franzosisch|spanisch|italienisch|latein|anglais|allemand|francais|espagnol|italien|ingles|aleman|frances|espanol|italiano|inglese|tedesco|francese|spagnolo|angielski|niemiecki|saesneg|cymraeg)( words?| translation)?$/,
} as const;

/** A kind of column of a table of words. */
export type WordColumn = keyof typeof WORD_COLUMNS;
