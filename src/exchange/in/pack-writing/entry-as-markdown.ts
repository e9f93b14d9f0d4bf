import type { ImportedEntry } from '../imported.ts';
import { fieldsAsYaml } from './fields-as-yaml.ts';

/** Writes an entry as it stands in a file of several: its heading, its id and fields, and its text. */
export function entryAsMarkdown({ name, fields, body }: ImportedEntry, id: string): string {
  const heading = name.replace(/\s+/g, ' ').trim();
  const text = withoutFields(withoutEntries(body.trim()));
  return `## ${heading}\n${fieldsAsYaml({ id, ...fields })}${text === '' ? '' : `\n${text}\n`}`;
}

/** A line that begins with `##` would start another entry, even in a fence. A space before it changes nothing else. */
const withoutEntries = (body: string): string => body.replace(/^##(?!#)/gm, ' ##');

/** Text such as “Chapters: 3” at the beginning would be taken for a field that a blank line has come before. */
function withoutFields(body: string): string {
  return body.replace(/^([A-Za-z][\w-]* *):/, '$1\\:');
}
