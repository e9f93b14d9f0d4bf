/** Reads the bits of a scan of a JPEG. A marker ends it; 0xFF in the data is followed by a 0 that is not part of it. */
export class BitReader {
  /** Bits that were taken from the bytes and not yet read: the lowest `count`. */
  private bits = 0;
  private count = 0;

  constructor(
    private readonly bytes: Uint8Array,
    /** Where the next byte is. */
    public at: number,
  ) {}

  /** Gives the next bits, at most 16, without reading them. Behind the end there are zeros. */
  peek(length: number): number {
    while (this.count < length) {
      const byte = this.bytes[this.at];
      if (byte === undefined || (byte === 0xff && this.bytes[this.at + 1] !== 0))
        return (this.bits << (length - this.count)) & ((1 << length) - 1);
      this.at += byte === 0xff ? 2 : 1;
      this.bits = ((this.bits << 8) | byte) & 0xffffff;
      this.count += 8;
    }
    return (this.bits >> (this.count - length)) & ((1 << length) - 1);
  }

  /** Passes bits that were peeked at. @throws Error if they are behind the end */
  pass(length: number): void {
    if (length > this.count) throw new Error('it breaks off before its end');
    this.count -= length;
  }

  /** Reads a number of at most 16 bits. @throws Error behind the end */
  number(length: number): number {
    const value = this.peek(length);
    this.pass(length);
    return value;
  }

  /** Goes on with the next whole byte. */
  align(): void {
    for (; this.count >= 8; this.count -= 8)
      this.at -= this.bytes[this.at - 1] === 0 && this.bytes[this.at - 2] === 0xff ? 2 : 1;
    this.count = 0;
  }
}
