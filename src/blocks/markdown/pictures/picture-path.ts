import { decodedAddress } from '../../../diagnostics/decoded-address.ts';

/** Whether the address of a picture is a URL, or data that holds the picture: neither is read. */
const isRemote = (address: string): boolean => /^([a-z][a-z0-9+.-]+:|\/\/)/i.test(address);

/**
 * Resolves the address of a picture against the file that uses it: `content/optics/themes/light.md` and `../ray.svg` give
 * `content/optics/ray.svg`. URLs stay as they are.
 */
export function picturePath(file: string, address: string): string {
  if (isRemote(address)) return address;
  const folder = file.split(/[\\/]/).slice(0, -1);
  const parts: string[] = address.startsWith('/') ? [''] : [...folder];
  // Addresses in Markdown write spaces as %20.
  for (const part of decodedAddress(address).split('/')) {
    if (part === '.' || part === '') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}
