/** The most letters of an id that an import gives: ids are typed in papers and worksheets. */
export const LONGEST_ID = 48;
