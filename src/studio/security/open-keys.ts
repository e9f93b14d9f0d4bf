import { randomBytes, timingSafeEqual } from 'node:crypto';

/** What lets a browser in: an address that works once, and then a cookie. */
export interface Keys {
  /** The name of the cookie. Browsers share cookies between the ports of a machine, so it names the port. */
  readonly cookie: string;
  /** The part of an address that works once. Each use makes a new one. */
  token(): string;
  /** Takes a token. @returns the value of the cookie; undefined if the token is not the one that works now */
  admit(token: string): string | undefined;
  /** Whether a request with these cookies was let in before. */
  knows(cookies: string | undefined): boolean;
}

/**
 * Makes keys that nobody can guess.
 * @param onToken is told each token, from the second on
 */
export function openKeys(port: number, onToken: () => void = () => undefined): Keys {
  const cookie = `studypack-${port}`;
  const session = newKey();
  let token = newKey();
  return {
    cookie,
    token: () => token,
    admit(given) {
      if (!isSame(given, token)) return undefined;
      token = newKey();
      onToken();
      return session;
    },
    knows: (cookies = '') =>
      cookies
        .split(';')
        .map((pair) => pair.trim())
        .some((pair) => pair.startsWith(`${cookie}=`) && isSame(pair.slice(cookie.length + 1), session)),
  };
}

const newKey = () => randomBytes(32).toString('base64url');

function isSame(given: string, known: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(known)];
  return a.length === b.length && timingSafeEqual(a, b);
}
