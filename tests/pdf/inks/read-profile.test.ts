import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReport } from '../../../src/diagnostics/report.ts';
import { readProfile } from '../../../src/pdf/inks/read-profile.ts';
import { nowhere } from '../../support.ts';
import { type ProfileWishes, syntheticProfile } from './synthetic-profile.ts';

function read(bytes: Uint8Array) {
  const report = createReport();
  return { profile: readProfile(bytes, nowhere, report), said: report.diagnostics };
}

const changed = (at: number, ...bytes: number[]) => {
  const profile = syntheticProfile();
  profile.set(bytes, at);
  return profile;
};

describe('a profile of a press', () => {
  it.each([1, 2, 4] as const)('is read with tables of the kind %i', (tables) => {
    const { profile, said } = read(syntheticProfile({ tables, name: 'Coated paper' }));
    expect(said).toEqual([]);
    expect(profile).toMatchObject({ name: 'Coated paper', inks: { lab: tables === 2 ? 'legacy' : 'full' } });
    expect(profile!.inks.grid.points).toEqual([9, 9, 9]);
  });

  it.each<[string, Uint8Array, string]>([
    ['an empty file', new Uint8Array(0), 'too short'],
    ['something else', new Uint8Array(500).fill(65), 'does not begin like an ICC profile'],
    ['one that breaks off', syntheticProfile().slice(0, 3000), 'bytes'],
    ['an enormous file', new Uint8Array(17 * 1024 * 1024), '16 MB'],
    ['a list of tags without end', changed(128, 0, 255, 0, 0), 'list of tags'],
    ['a tag beyond its end', changed(128 + 4 + 4, 0, 255, 0, 0), 'past the end of the file'],
    ['one without the table', syntheticProfile({ without: ['B2A0'] }), 'B2A0'],
  ])('is not %s', (_, bytes, why) => {
    const { profile, said } = read(bytes);
    expect(profile).toBeUndefined();
    expect(said).toMatchObject([{ code: 'icc-broken', severity: 'error' }]);
    expect(said[0]!.message).toContain(why);
  });

  it.each<[string, ProfileWishes | Uint8Array, string]>([
    ['of a screen', { kind: 'mntr' }, '“mntr”'],
    ['for red, green and blue', { space: 'RGB ' }, 'RGB'],
    ['with tables in XYZ', { connection: 'XYZ ' }, 'L*a*b*'],
    ['of version 5', changed(8, 5), 'version 5'],
  ])('is not one %s', (_, wishes, why) => {
    const { profile, said } = read(wishes instanceof Uint8Array ? wishes : syntheticProfile(wishes));
    expect(profile).toBeUndefined();
    expect(said).toMatchObject([{ code: 'icc-unsuitable', severity: 'error' }]);
    expect(said[0]!.message).toContain(why);
  });

  it('is read or reported, whatever its bytes are', () => {
    const sound = ([1, 2, 4] as const).map((tables) => syntheticProfile({ tables }));
    const spot = fc.tuple(fc.nat(7000), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(
        fc.constantFrom(...sound),
        fc.array(spot, { minLength: 1, maxLength: 12 }),
        (bytes, spots) => {
          const mutant = bytes.slice();
          // Where the table begins and the header ends is where most can go wrong.
          for (const [at, value] of spots) mutant[at % 3 === 0 ? at % 440 : at % mutant.length] = value;
          const { profile, said } = read(mutant);
          expect(profile === undefined).toBe(said.length > 0);
        },
      ),
      { numRuns: 400 },
    );
  });
});
