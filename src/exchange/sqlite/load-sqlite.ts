import initSqlJs from 'sql.js/dist/sql-wasm-inline.js';

/** Starts SQLite, whose WebAssembly is in its code, so that it needs no file beside it. */
export const loadSqlite = (): ReturnType<typeof initSqlJs> => initSqlJs();
