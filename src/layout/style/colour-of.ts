import type { Colour } from '../../pages/page.ts';

/** Reads a colour token. Equal parts of red, green and blue give a grey. */
export function colourOf(token: string | number): Colour {
  if (typeof token === 'number') return token;
  if (!token.startsWith('#')) return Number(token);
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(token.slice(at, at + 2), 16) / 255) as [
    number,
    number,
    number,
  ];
  return red === green && green === blue ? red : [red, green, blue];
}
