// The column types that the engines name differently. Everything else in the migrations is common SQL:
// identifiers and JSON are `text`, times are `bigint` Unix milliseconds, yes and no are `integer` 1 and 0.
import type { ColumnDataType } from 'kysely';

export interface ColumnTypes {
  bytes: ColumnDataType;
}

export const sqliteTypes: ColumnTypes = { bytes: 'blob' };
export const postgresTypes: ColumnTypes = { bytes: 'bytea' };
