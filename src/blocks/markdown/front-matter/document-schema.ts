import * as z from 'zod';
import { oneOf, yesOrNo } from '../../../diagnostics/yaml/check-yaml.ts';

/** The front matter of a plain Markdown file; every field is optional. */
export const documentSchema = z.strictObject({
  title: z.string().min(1).optional(),
  subtitle: z.string().min(1).optional(),
  author: z.preprocess(authorsInLine, z.string().min(1)).optional(),
  date: z.string().min(1).optional(),
  lang: z
    .preprocess(
      canonicalTag,
      z.string().regex(/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2}|-\d{3})?/, 'expected a language code'),
    )
    .describe('a language code such as en-GB')
    .optional(),
  style: z.string().default('standard'),
  paper: oneOf(['a4', 'letter', 'a5']).default('a4'),
  /** Whether straight quotation marks, hyphens and dots become typographic ones. */
  typographer: yesOrNo().default(false),
});

/** Names that other programs have for the same fields. */
export const FIELD_SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['authors', 'author'],
  ['language', 'lang'],
  ['papersize', 'paper'],
  ['paper-size', 'paper'],
]);

/** `en-gb`, `de_DE` and `zh-hans` as they should be written (BCP 47). What is no tag stays as it is. */
function canonicalTag(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return Intl.getCanonicalLocales(value.trim().replaceAll('_', '-'))[0] ?? value;
  } catch {
    return value;
  }
}

/** One author, a list of them, or what Quarto and others say of each; in one line. */
function authorsInLine(value: unknown): unknown {
  if (!Array.isArray(value)) return nameOf(value) ?? value;
  const names = value.flatMap((one) => nameOf(one) ?? []);
  return names.length === value.length ? names.join(', ') : value;
}

function nameOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return undefined;
  const { name, given, family, literal, first, last } = value as Record<string, unknown>;
  if (typeof name === 'string') return name;
  if (typeof name === 'object') return nameOf(name);
  if (typeof literal === 'string') return literal;
  const parts = [given ?? first, family ?? last].filter((part) => typeof part === 'string');
  return parts.length > 0 ? parts.join(' ') : undefined;
}
