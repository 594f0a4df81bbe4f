// Values for a JSON schema: such as it asks for, nearly so, and wild ones.
import type { Random } from '@hearth/sync/test/random';

/** The part of JSON Schema that OpenAPI documents of ours use. */
export interface Schema {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  format?: string;
  pattern?: string;
}

const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);

/** What no schema asks for. `\ud800` is half a character. */
const wildValues: readonly ((random: Random) => unknown)[] = [
  () => null,
  () => '',
  () => '\ud800',
  () => 'a\u0000b\u202e\ufeff',
  (random) => 'x'.repeat(random.pick([1, 300, 70_000])),
  () => 1e308,
  () => -0,
  () => 2 ** 53,
  () => -1,
  () => 0.1,
  () => true,
  () => [],
  () => ({}),
  () => nested(900),
  () => JSON.parse('{"__proto__":{"isOwner":true}}') as unknown,
  () => ({ constructor: { prototype: { isOwner: true } }, hasOwnProperty: null, valueOf: 1 }),
  () => Array.from({ length: 2_000 }, (_, n) => n),
  () => "'; drop table review; --",
  () => '../../etc/passwd',
  () => '%00%ff',
  () => '{{7*7}}<script>alert(1)</script>',
  () => '2026-02-30T25:61:00Z',
];

export const wildValue = (random: Random): unknown => random.pick(wildValues)(random);

/** @param known  strings that mean something here, such as ids: a pattern can only be met by one of them. */
export const valueFor = (schema: Schema, random: Random, known: readonly string[], depth = 0): unknown => {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return random.pick(schema.enum);
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return valueFor(random.pick(options), random, known, depth + 1);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => valueFor(part, random, known, depth + 1)));
  const type = Array.isArray(schema.type) ? random.pick(schema.type) : schema.type;
  switch (type) {
    case 'string':
      return stringFor(schema, random, known);
    case 'integer':
    case 'number':
      return numberFor(schema, random);
    case 'boolean':
      return random.chance(0.5);
    case 'array': {
      const length = random.between(schema.minItems ?? 0, Math.min(schema.maxItems ?? 3, 3));
      return Array.from({ length }, () => valueFor(schema.items ?? {}, random, known, depth + 1));
    }
    case 'object':
      return objectFor(schema, random, known, depth);
    default:
      return null;
  }
};

const stringFor = (
  { format, minLength = 0, maxLength = 40 }: Schema,
  random: Random,
  known: readonly string[],
): string => {
  if (format === 'date') return '2026-11-21';
  if (format === 'date-time') return '2026-11-21T14:24:00Z';
  if (format === 'uri') return 'https://example.org/incident';
  if (random.chance(0.4)) return random.pick(known);
  const length = random.pick([minLength, Math.min(maxLength, 40), maxLength]);
  return 'wörd 😀 '.repeat(Math.ceil(length / 7)).slice(0, length);
};

const numberFor = ({ type, minimum = 0, maximum = 2 ** 41 }: Schema, random: Random): number => {
  const between = minimum + random.next() * (maximum - minimum);
  return random.pick([minimum, maximum, type === 'integer' ? Math.round(between) : between]);
};

const objectFor = (
  schema: Schema,
  random: Random,
  known: readonly string[],
  depth: number,
): Record<string, unknown> => {
  const object: Record<string, unknown> = {};
  for (const [name, property] of Object.entries(schema.properties ?? {}))
    if (schema.required?.includes(name) || random.chance(0.6))
      object[name] = valueFor(property, random, known, depth + 1);
  return object;
};

/** A value with one thing wrong somewhere inside. */
export const spoilt = (value: unknown, random: Random): unknown => {
  if (value === null || typeof value !== 'object' || random.chance(0.2)) return wildValue(random);
  const entries = Object.entries(value);
  const chosen = entries.length > 0 ? random.pick(entries) : null;
  const replace = (key: string, by: unknown): unknown =>
    Array.isArray(value) ? value.with(Number(key), by) : { ...value, [key]: by };
  if (!chosen) return wildValue(random);
  switch (random.between(0, 3)) {
    case 0:
      return Array.isArray(value) ? value.slice(1) : Object.fromEntries(entries.filter(([key]) => key !== chosen[0]));
    case 1:
      return Array.isArray(value)
        ? [...(value as unknown[]), wildValue(random)]
        : { ...value, unknown: wildValue(random) };
    default:
      return replace(chosen[0], spoilt(chosen[1], random));
  }
};
