/** What a profile for tests can have changed. */
export interface ProfileWishes {
  /** 2 writes tables in 16 bits (`mft2`), 1 in 8 bits (`mft1`), 4 as version 4 does (`mBA `). */
  readonly tables?: 1 | 2 | 4;
  readonly space?: string;
  readonly kind?: string;
  readonly connection?: string;
  /** Tags that it lacks. */
  readonly without?: readonly string[];
  readonly name?: string;
}

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
const u16 = (value: number): number[] => [(value >> 8) & 255, value & 255];
const u32 = (value: number): number[] => [...u16(value >>> 16), ...u16(value & 65535)];
const fixed = (value: number): number[] => u32(Math.round(value * 65536) >>> 0);

/** A small profile of a press with four inks, made up: inks take away the red, green and blue of paper, and no more. */
export function syntheticProfile(wishes: ProfileWishes = {}): Uint8Array {
  const { tables = 2, space = 'CMYK', kind = 'prtr', connection = 'Lab ', without = [] } = wishes;
  const name = wishes.name ?? 'Made-up press';
  const tags: [string, number[]][] = [
    [
      'desc',
      tables === 4
        ? mluc(name)
        : [
            ...ascii('desc'),
            0,
            0,
            0,
            0,
            ...u32(name.length + 1),
            ...ascii(`${name}\0`),
            ...Array<number>(78).fill(0),
          ],
    ],
    ['cprt', [...ascii('text'), 0, 0, 0, 0, ...ascii('No rights reserved\0')]],
    ['wtpt', [...ascii('XYZ '), 0, 0, 0, 0, ...fixed(0.9642), ...fixed(1), ...fixed(0.8249)]],
    ['B2A0', table(3, 4, 9, tables, (lab) => inksOf(labFrom(lab, tables)))],
    ['A2B0', table(4, 3, 4, tables, (inks) => labTo(labOf(inks), tables))],
  ];
  const kept = tags.filter(([tag]) => !without.includes(tag));
  let offset = 128 + 4 + kept.length * 12;
  const list: number[] = [...u32(kept.length)];
  const body: number[] = [];
  for (const [tag, data] of kept) {
    while (data.length % 4 !== 0) data.push(0);
    list.push(...ascii(tag), ...u32(offset), ...u32(data.length));
    body.push(...data);
    offset += data.length;
  }
  const version = tables === 4 ? 0x04200000 : 0x02400000;
  const header = [
    ...u32(offset),
    ...u32(0),
    ...u32(version),
    ...ascii(kind),
    ...ascii(space),
    ...ascii(connection),
    ...[2026, 2, 3, 0, 0, 0].flatMap(u16),
    ...ascii('acsp'),
    ...Array<number>(28).fill(0),
    ...fixed(0.9642),
    ...fixed(1),
    ...fixed(0.8249),
    ...Array<number>(48).fill(0),
  ];
  return Uint8Array.from([...header, ...list, ...body]);
}

const mluc = (name: string) => [
  ...ascii('mluc'),
  ...u32(0),
  ...u32(1),
  ...u32(12),
  ...ascii('enGB'),
  ...u32(name.length * 2),
  ...u32(28),
  ...[...name].flatMap((letter) => u16(letter.charCodeAt(0))),
];

/** A table over an even grid; curves change nothing. */
function table(
  inputs: number,
  outputs: number,
  side: number,
  kind: 1 | 2 | 4,
  of: (channels: number[]) => number[],
): number[] {
  const values: number[] = [];
  for (let index = 0; index < side ** inputs; index++) {
    const channels = Array.from(
      { length: inputs },
      (_, channel) => (Math.floor(index / side ** (inputs - 1 - channel)) % side) / (side - 1),
    );
    values.push(...of(channels));
  }
  const grid = values.flatMap((value) =>
    kind === 1 ? [Math.round(value * 255)] : u16(Math.round(value * 65535)),
  );
  if (kind === 4) {
    const curves = (count: number) =>
      Array.from({ length: count }, () => [...ascii('curv'), ...u32(0), ...u32(0)]).flat();
    const leading = curves(inputs === 3 ? 3 : 3);
    const clut = [
      ...Array.from({ length: 16 }, (_, index) => (index < inputs ? side : 0)),
      2,
      0,
      0,
      0,
      ...grid,
    ];
    while (clut.length % 4 !== 0) clut.push(0);
    const b = 32;
    const c = b + leading.length;
    const a = c + clut.length;
    return [
      ...ascii(inputs === 3 ? 'mBA ' : 'mAB '),
      ...u32(0),
      inputs,
      outputs,
      0,
      0,
      ...u32(b),
      ...u32(0),
      ...u32(0),
      ...u32(c),
      ...u32(a),
      ...leading,
      ...clut,
      ...curves(4),
    ];
  }
  const straight = (count: number) =>
    Array.from({ length: count }, () =>
      kind === 1 ? Array.from({ length: 256 }, (_, index) => index) : [...u16(0), ...u16(65535)],
    ).flat();
  return [
    ...ascii(kind === 1 ? 'mft1' : 'mft2'),
    ...u32(0),
    inputs,
    outputs,
    side,
    0,
    ...[1, 0, 0, 0, 1, 0, 0, 0, 1].flatMap(fixed),
    ...(kind === 1 ? [] : [...u16(2), ...u16(2)]),
    ...straight(inputs),
    ...grid,
    ...straight(outputs),
  ];
}

const legacy = 65280 / 65535;
const labFrom = (parts: readonly number[], tables: 1 | 2 | 4): number[] => {
  const [l, a, b] = parts.map((part) => (tables === 2 ? Math.min(1, part / legacy) : part)) as [
    number,
    number,
    number,
  ];
  return [l * 100, a * 255 - 128, b * 255 - 128];
};
const labTo = ([l, a, b]: readonly number[], tables: 1 | 2 | 4): number[] =>
  [l! / 100, (a! + 128) / 255, (b! + 128) / 255].map(
    (part) => Math.min(1, Math.max(0, part)) * (tables === 2 ? legacy : 1),
  );

const WHITE = [0.9642, 1, 0.8249];
const light = (share: number) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);
const dark = (share: number) => (share <= 0.0031308 ? share * 12.92 : 1.055 * share ** (1 / 2.4) - 0.055);

/** Red, green and blue less what they have in common, most of which is black ink. */
function inksOf([l, a, b]: readonly number[]): number[] {
  const fy = (l! + 16) / 116;
  const [x, y, z] = [fy + a! / 500, fy, fy - b! / 200].map((f, index) => {
    const t = f ** 3 > 216 / 24389 ? f ** 3 : ((116 * f - 16) * 27) / 24389;
    return t * WHITE[index]!;
  }) as [number, number, number];
  const rgb = [
    3.1338561 * x - 1.6168667 * y - 0.4906146 * z,
    -0.9787684 * x + 1.9161415 * y + 0.033454 * z,
    0.0719453 * x - 0.2289914 * y + 1.4052427 * z,
  ].map((share) => Math.min(1, Math.max(0, dark(Math.max(0, share)))));
  const black = 0.9 * Math.min(...rgb.map((share) => 1 - share)) ** 2;
  // Where there is much black the other inks are held back, so that the paper stays dry.
  return [
    ...rgb.map((share) => Math.min(1, Math.max(0, 1 - share / (1 - black))) * (1 - 0.6 * black)),
    black,
  ];
}

function labOf([c, m, y, k]: readonly number[]): number[] {
  const [r, g, b] = [c!, m!, y!].map((ink) => light((1 - ink) * (1 - k!))) as [number, number, number];
  const [fx, fy, fz] = [
    (0.4360747 * r + 0.3850649 * g + 0.1430804 * b) / WHITE[0]!,
    0.2225045 * r + 0.7168786 * g + 0.0606169 * b,
    (0.0139322 * r + 0.0971045 * g + 0.7141733 * b) / WHITE[2]!,
  ].map((t) => (t > 216 / 24389 ? Math.cbrt(t) : (t * 24389) / 27 / 116 + 16 / 116)) as [
    number,
    number,
    number,
  ];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}
