import { plainName } from '../../../assessment/class-sets/column-names.ts';
import { ownValue } from '../../../diagnostics/collections/own-value.ts';
import type { TableRow } from './sheet-table.ts';

/** What people call the columns of a table, by what they hold: patterns of names in small letters without accents. */
type ColumnNames<Role extends string> = Readonly<Record<Role, RegExp>>;

/** The columns of a table with what they hold. */
export interface MatchedColumns<Role extends string> {
  readonly header: TableRow;
  /** The rows below the header. */
  readonly rows: readonly TableRow[];
  /** The places of the columns of each kind, in order. */
  readonly of: Readonly<Record<Role, readonly number[]>>;
  /** The columns with a name that says nothing here. */
  readonly unused: readonly number[];
}

/** Lines above a table that are searched for the names of its columns. */
const MOST_LINES_ABOVE = 10;

/**
 * Finds the row that names the columns of a table.
 * @param needed the kinds that it has to have, each one of several
 * @returns undefined if there is none
 */
export function matchColumns<Role extends string>(
  rows: readonly TableRow[],
  names: ColumnNames<Role>,
  needed: readonly (readonly Role[])[],
): MatchedColumns<Role> | undefined {
  const roles = Object.keys(names) as Role[];
  for (const [index, header] of rows.slice(0, MOST_LINES_ABOVE).entries()) {
    const found = header.cells.map((cell) => {
      const name = plainName(cell);
      return name === '' || cell.length > 40
        ? undefined
        : roles.find((role) => ownValue<RegExp>(names, role)?.test(name));
    });
    const holds = (role: Role) => found.includes(role);
    if (!needed.every((some) => some.some(holds))) continue;
    const places = (role: Role) => found.flatMap((one, place) => (one === role ? [place] : []));
    return {
      header,
      rows: rows.slice(index + 1),
      of: Object.fromEntries(roles.map((role) => [role, places(role)])) as Record<Role, number[]>,
      unused: found.flatMap((role, place) => (role === undefined && header.cells[place] ? [place] : [])),
    };
  }
  return undefined;
}
