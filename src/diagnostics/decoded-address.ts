/** An address with its percent codes as the characters that they stand for; one with a stray % stays as it is. */
export function decodedAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
