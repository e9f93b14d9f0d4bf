/** What stands for one picture: a flag, a keycap, or a character with a skin tone, a variation selector or tags. */
const UNIT =
  '(?:\\p{RI}{2}|[0-9#*]\\uFE0F?\\u20E3|(?![0-9#*])\\p{Emoji}(?:\\p{EMod}|\\uFE0F\\u20E3?|[\\u{E0020}-\\u{E007E}]+\\u{E007F})?)';

/** Several of them with joiners between are one picture too (Unicode Technical Standard 51, 1.4.9). */
const SEQUENCE = `${UNIT}(?:\\u200D${UNIT})*`;

/** Letters with their combining marks, and emoji with all that belongs to them. */
export const LETTERS = new RegExp(`${SEQUENCE}|\\P{M}\\p{M}*|\\p{M}+`, 'gu');

const WHOLE_SEQUENCE = new RegExp(`^${SEQUENCE}$`, 'u');

/** What makes a character that is text otherwise into an emoji: a selector, a keycap, a skin tone, or a neighbour. */
const MADE_EMOJI = /\p{Emoji_Presentation}|[\uFE0F\u20E3\u200D]|\p{EMod}|\u{E007F}/u;

/** Whether one of `LETTERS` is to be shown as an emoji, not as a sign of the text around it. */
export const isEmoji = (letter: string): boolean => MADE_EMOJI.test(letter) && WHOLE_SEQUENCE.test(letter);
