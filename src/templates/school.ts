import * as z from 'zod';
import { ownValue } from '../diagnostics/collections/own-value.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import type { Report } from '../diagnostics/report.ts';
import { wholeFile } from '../diagnostics/whole-file.ts';
import { checkYaml, oneOf } from '../diagnostics/yaml/check-yaml.ts';
import type { CheckedYaml } from '../diagnostics/yaml/checked-yaml.ts';

/** The name of the file in which a school says who it is and how it prints. It lies next to the folder of packs. */
export const SCHOOL_FILE = 'studypack.yaml';

const text = (example: string) =>
  z
    .string()
    .min(1)
    .meta({ examples: [example] });

/** The fields of `studypack.yaml`. All of them may be left out. */
export const schoolSchema = z.strictObject({
  /** The name of the school. */
  school: text('Hill Road School').optional(),
  department: text('English Department').optional(),
  /** The school year, as it is to be printed. */
  year: text('2026/27').optional(),
  /** A picture, relative to the file. */
  logo: z
    .string()
    .regex(/\.(svg|png)$/i, 'expected an SVG or PNG file')
    .meta({
      description: 'the path of an SVG or PNG file, from the folder of this file',
      examples: ['logo.svg'],
    })
    .optional(),
  /** The paper of products that name none. */
  paper: oneOf(['a4', 'letter', 'a5']).optional(),
  /** The style of products that name none. */
  style: text('dyslexia').optional(),
  /** The language of packs that name none. */
  lang: z
    .string()
    .regex(/^[a-z]{2}(-[A-Z]{2})?$/, 'expected a language code')
    .meta({ description: 'a language code', examples: ['en-GB'] })
    .optional(),
});

/** What a school says in its `studypack.yaml`, with the place of each value. */
export interface School extends CheckedYaml<z.output<typeof schoolSchema>> {
  /** Its file, as it is shown to its author. */
  readonly path: string;
}

/** Reads the file of a school. @returns undefined, after diagnostics, if anything in it is wrong */
export function readSchool(file: { path: string; text: string }, report: Report): School | undefined {
  const checked = checkYaml({ text: file.text, at: wholeFile(file.path) }, schoolSchema, report);
  return checked && { ...checked, path: file.path };
}

/** Where a school’s file says something, or else where it begins. */
export const placeInSchool = ({ places, path }: School, field: string): Place =>
  ownValue(places, field) ?? wholeFile(path);

/** Gives the paper and style of a product: its own, or else its school’s, or else those of the program. */
export const ownSetup = (
  {
    settings,
  }: { readonly settings: { readonly paper?: string | undefined; readonly style?: string | undefined } },
  school: School | undefined,
): { paper: string; style: string } => ({
  paper: settings.paper ?? school?.value.paper ?? 'a4',
  style: settings.style ?? school?.value.style ?? 'standard',
});

/** A text of a school as templates see it. */
interface SchoolText {
  readonly text: string;
  readonly at: Place;
}

/**
 * Gives a school as templates see it: its texts, and `line`, its name, department and year in one; null if it has nothing to
 * print.
 * @param hasLogo whether the logo that it names could be read
 */
export function schoolContext(
  school: School | undefined,
  hasLogo: boolean,
): Readonly<Record<string, SchoolText | null>> | null {
  if (!school) return null;
  const { school: name, department, year, logo } = school.value;
  const line = schoolLine(school);
  if (line === '' && !hasLogo) return null;
  const seen = (words: string | undefined, field: string) =>
    words ? { text: words, at: placeInSchool(school, field) } : null;
  return {
    name: seen(name, 'school'),
    department: seen(department, 'department'),
    year: seen(year, 'year'),
    logo: hasLogo ? seen(logo, 'logo') : null,
    line: seen(line, 'school'),
  };
}

/** The name, department and year of a school in one line, as heads of pages print it. */
export const schoolLine = ({ value: { school, department, year } }: School): string =>
  [school, department, year].filter((part) => part !== undefined).join(' · ');
