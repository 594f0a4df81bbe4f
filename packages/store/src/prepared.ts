// A statement that is built once. Building one costs more than running it, which is felt where many come at once.
import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import type { Tables } from './schema.ts';

/**
 * Runs a statement that only reads, at once. Throws what an engine's statements throw.
 * @returns null where it would have to wait.
 */
export type LookUp = (sql: string, parameters: readonly unknown[]) => unknown[] | null;

class StandIn {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/**
 * @param build  is given something in place of each value, and may only make it a parameter of the statement.
 * @param lookUp  a shorter way to rows that an index finds, where the engine has one.
 * @returns runs the statement with values. Shapes and errors are those of Kysely's `execute`.
 */
export const prepared = <Values extends object, Row>(
  db: Kysely<Tables>,
  build: (values: Values) => Compilable<Row>,
  lookUp: LookUp | null,
): ((values: Values) => Promise<Row[]>) => {
  let statement: CompiledQuery<Row> | null = null;
  return async (values) => {
    statement ??= build(new Proxy(values, { get: (_, name) => new StandIn(String(name)) })).compile();
    const valueOf = (parameter: unknown): unknown =>
      parameter instanceof StandIn ? values[parameter.name as keyof Values] : parameter;
    const parameters = statement.parameters.map(valueOf);
    const found = lookUp?.(statement.sql, parameters);
    if (found) return found as Row[];
    const { rows } = await db.executeQuery<Row>({ ...statement, parameters });
    return rows;
  };
};
