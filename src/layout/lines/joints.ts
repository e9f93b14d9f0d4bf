/** An address of a page or a mailbox: more of its characters are joints. */
const ADDRESS_OF_PAGE = /^[^\p{L}\p{N}]*(?:\p{L}[\p{L}\p{N}+.-]*:\/\/|www\.|mailto:)/iu;
/** Apart, since signs may begin it: one pattern of both would try each way to share them out. */
const ADDRESS_OF_MAILBOX = /^[^\s@]+@[^\s@]+\.\p{L}/u;
const isAddressed = (token: string) => ADDRESS_OF_PAGE.test(token) || ADDRESS_OF_MAILBOX.test(token);
const JOINTS = new Set('/\\-\u2010_.@|,;');
const JOINTS_OF_ADDRESSES = new Set('/\\-\u2010_.@|,;:?&=#+%~');

/** What is printed in place of a letter that is missing from every font. */
const MISSING = '□';

const isWordCharacter = (character: string | undefined) =>
  character !== undefined && /[\p{L}\p{M}\p{N}]/u.test(character);
const isDigit = (character: string | undefined) => character !== undefined && /\p{Nd}/u.test(character);

/**
 * Lists the offsets where a token without spaces may be broken without a hyphen if it is wider than its column: after
 * slashes, hyphens, underscores, full stops, commas, bars and @, and in addresses after a colon and the signs of a
 * query. There are at least two characters on either side, and numbers and dates stay whole.
 */
export function jointsOf(token: string): number[] {
  const isAddress = isAddressed(token);
  const joints = isAddress ? JOINTS_OF_ADDRESSES : JOINTS;
  const found: number[] = [];
  let last = 0;
  for (let at = 3; at <= token.length - 2; at++) {
    const before = token[at - 1]!;
    if (!joints.has(before) || at - last < 3) continue;
    // A joint of several signs, such as ://, is broken after the last of them.
    if (!isWordCharacter(token[at]) || !isWordCharacter(token[at + 1])) continue;
    if (!isAddress && isDigit(token[at]) && isDigit(token[at - 2])) continue;
    found.push(at);
    last = at;
  }
  return found;
}

/**
 * Lists the offsets where a token may be broken before it is cut between letters: after joints with only one character
 * beside them, inside numbers and dates, where capitals begin in camel case, and beside boxes that stand for missing
 * letters, which may be those of a script without spaces.
 */
export function lastJointsOf(token: string): number[] {
  const found: number[] = [];
  for (let at = 1; at < token.length; at++) {
    const [before, after] = [token[at - 1]!, token[at]!];
    const isJoint = JOINTS_OF_ADDRESSES.has(before) && isWordCharacter(after);
    const isCamel = /^\p{Ll}\p{Lu}$/u.test(before + after) && at - (found.at(-1) ?? 0) >= 2;
    const isBox = before === MISSING || after === MISSING;
    if (isJoint || isCamel || isBox) found.push(at);
  }
  return found;
}
