// A statement that is built once. Building one costs more than running it, which is felt where many come at once.
import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import type { Tables } from './schema.ts';

class StandIn {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/**
 * @param build  is given something in place of each value, and may only make it a parameter of the statement.
 * @returns runs the statement with values. Shapes and errors are those of Kysely's `execute`.
 */
export const prepared = <Values extends object, Row>(
  db: Kysely<Tables>,
  build: (values: Values) => Compilable<Row>,
): ((values: Values) => Promise<Row[]>) => {
  let statement: CompiledQuery<Row> | null = null;
  return async (values) => {
    statement ??= build(new Proxy(values, { get: (_, name) => new StandIn(String(name)) })).compile();
    const valueOf = (parameter: unknown): unknown =>
      parameter instanceof StandIn ? values[parameter.name as keyof Values] : parameter;
    const { rows } = await db.executeQuery<Row>({ ...statement, parameters: statement.parameters.map(valueOf) });
    return rows;
  };
};
