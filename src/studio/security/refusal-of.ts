/** What a request says about where it comes from and what it brings. */
export interface RequestFacts {
  readonly method?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** Why a request is refused, as an HTTP status. */
export interface Refused {
  readonly status: 403 | 405 | 415;
  readonly why: string;
}

const METHODS = ['GET', 'HEAD', 'POST'];
/** Neither can be sent by a form of another site, nor by its scripts without asking first. */
const BODIES = ['application/json', 'application/octet-stream'];

/** The names that a browser may know this server by. Everything else is a name that somebody has pointed at this machine. */
export const hostsOf = (port: number): readonly string[] => [`127.0.0.1:${port}`, `localhost:${port}`];

/**
 * Refuses requests that did not come from a page of this server, whatever their method: a foreign page whose name was pointed at
 * this machine sends no origin with GET, so the host is always compared, and always with a fixed list. Of two sites on this
 * machine, only the port tells one from the other.
 */
export function refusalOf({ method = '', headers }: RequestFacts, port: number): Refused | undefined {
  const hosts = hostsOf(port);
  const origins = hosts.map((host) => `http://${host}`);
  const { host, origin, 'sec-fetch-site': site, 'content-type': type } = headers;
  if (!METHODS.includes(method)) return { status: 405, why: 'method' };
  if (typeof host !== 'string' || !hosts.includes(host)) return { status: 403, why: 'host' };
  if (origin !== undefined && !origins.some((known) => known === origin))
    return { status: 403, why: 'origin' };
  const isReading = method !== 'POST';
  // A browser says `none` if somebody typed the address or opened it from another program.
  const sites = isReading ? ['same-origin', 'none'] : ['same-origin'];
  if (site !== undefined && !sites.some((known) => known === site)) return { status: 403, why: 'site' };
  if (isReading) return undefined;
  if (origin === undefined) return { status: 403, why: 'origin' };
  if (typeof type !== 'string' || !BODIES.includes(type.split(';')[0]!.trim().toLowerCase()))
    return { status: 415, why: 'type' };
  return undefined;
}
