/**
 * Characters that print nothing, whatever the font has for them: zero-width marks, variation selectors, soft hyphens
 * (Unicode’s Default_Ignorable_Code_Point).
 */
export const IGNORABLE = /\p{Default_Ignorable_Code_Point}/u;

const IGNORABLES = /\p{Default_Ignorable_Code_Point}+/gu;

/** A text without ignorable characters, apart from those that `keep` accepts. */
export const withoutIgnorables = (text: string, keep: (character: string) => boolean = () => false): string =>
  text.replace(IGNORABLES, (run) => [...run].filter(keep).join(''));
