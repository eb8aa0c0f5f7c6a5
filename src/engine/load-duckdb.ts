/** DuckDB is loaded when it is first needed: most commands never touch it, and it takes a third of their start. */

export function loadDuckDb(): Promise<typeof import('@duckdb/node-api')> {
  return import('@duckdb/node-api');
}
