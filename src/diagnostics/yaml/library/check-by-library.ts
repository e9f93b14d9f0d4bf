import { isMap, isPair, isScalar, type Node, visit } from 'yaml';
import type * as z from 'zod';
import type { Place } from '../../diagnostic.ts';
import type { Report } from '../../report.ts';
import type { CheckedYaml, YamlText } from '../checked-yaml.ts';
import { type ParsedYaml, parseYaml } from './parse-yaml.ts';
import { reportIssues } from './report-issues.ts';

/**
 * Checks YAML of any kind against a schema, and reports everything that is wrong, each thing at its exact place. It is apart
 * since it loads a library that most files do without.
 * @returns undefined if anything is wrong
 */
export function checkByLibrary<S extends z.ZodType>(
  source: YamlText,
  schema: S,
  report: Report,
): CheckedYaml<z.output<S>> | undefined {
  const parsed = parseYaml(source.text, source.at, report);
  if (!parsed) return undefined;
  const { document, placeOf } = parsed;
  const value: unknown = document.toJS() ?? {};
  const result = schema.safeParse(value === '' ? {} : value);
  if (!result.success) {
    const nodeAt = (path: readonly PropertyKey[]): Node | undefined =>
      (path.length === 0 ? document.contents : document.getIn(path, true)) as Node | undefined;
    reportIssues(result.error.issues, { schema, nodeAt, placeOf, report, advice: source.advice });
    return undefined;
  }
  return { value: result.data, places: placesOf(parsed) };
}

/** The place of each value by its path; '' is where the fields begin. */
function placesOf({ document, placeAt, placeOf }: ParsedYaml): Record<string, Place> {
  const places = new Map([['', placeOf(undefined)]]);
  visit(document, {
    Scalar: (key, node, path) => {
      if (key === 'key' || !node.range) return;
      const trail = path.flatMap((step, index) => {
        if (isPair(step) && isScalar(step.key)) return [String(step.key.value)];
        const next = path[index + 1] ?? node;
        return 'items' in step && !isMap(step) ? [String((step.items as unknown[]).indexOf(next))] : [];
      });
      places.set(trail.join('.'), placeAt(node.range[0]));
    },
  });
  return Object.fromEntries(places);
}
