// What the engines name differently in a table's definition. Everything else in the migrations is common SQL:
// identifiers and JSON are `text`, times are `bigint` Unix milliseconds, yes and no are `integer` 1 and 0.
import { sql, type ColumnDataType, type RawBuilder } from 'kysely';

export interface ColumnTypes {
  bytes: ColumnDataType;
  /** What ends the definition of a table whose rows lie in the order of the primary key, where an engine can do that. */
  byKey: RawBuilder<unknown>;
}

// Half the pages to write at each append: SQLite's other tables keep the key in an index beside the rows.
export const sqliteTypes: ColumnTypes = { bytes: 'blob', byKey: sql`without rowid` };
export const postgresTypes: ColumnTypes = { bytes: 'bytea', byKey: sql`` };
