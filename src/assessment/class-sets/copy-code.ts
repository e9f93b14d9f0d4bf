import { SIGNS } from '../for-teachers/form-key.ts';

/** The parts of a copy's code. */
interface CodeParts {
  /** The form and its digest, `A7K3QF`: the same on every copy of the form, and on its key. */
  readonly key: string;
  /** The number of the copy in its set. */
  readonly copy: number;
}

/** The code of a copy: `A7K3QF-012-C`, of a key, a number and a check character. */
export function codeOf({ key, copy }: CodeParts): string {
  const body = `${key}-${String(copy).padStart(3, '0')}`;
  return `${body}-${checkSign(body)}`;
}

/** Reads a code, however it is spaced, and with I, L or O for 1 or 0. @returns undefined if a character of it is wrong */
export function readCode(written: string): CodeParts | undefined {
  const plain = written.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const signs = plain.slice(1).replace(/[IL]/g, '1').replace(/O/g, '0');
  const [, digest, copy, check] = /^([0-9A-Z]{5})(\d{3,5})([0-9A-Z])$/.exec(signs) ?? [];
  if (digest === undefined || copy === undefined || !/^[A-Z]/.test(plain)) return undefined;
  const key = plain.charAt(0) + digest;
  return checkSign(key + copy) === check ? { key, copy: Number(copy) } : undefined;
}

/**
 * A check character over GF(32): each sign is multiplied by a power of x of its own, modulo x⁵ + x² + 1, and all are
 * added. One wrong sign, and two that changed places, always give another check character, up to 31 signs.
 */
function checkSign(text: string): string {
  const [form, ...signs] = text.replaceAll('-', '');
  // The form is any letter of the alphabet, also one that is no sign.
  let sum = timesX(form!.charCodeAt(0) - 65);
  for (const sign of signs) sum = timesX(sum ^ SIGNS.indexOf(sign));
  return SIGNS[sum]!;
}

const timesX = (value: number) => ((value << 1) ^ (value & 16 ? 0b100101 : 0)) & 31;
