// Reading answers of the API without the schemas of the protocol, for what the first page and the room can't do without: the
// schemas and what reads them are 10 kB. Unknown fields are left out, as the schemas do it. Pure.

/** Tells what a value is, or that it is something else. The protocol's schemas are readers too. */
export interface Reader<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false };
}

type Read<R> = R extends Reader<infer T> ? T : never;

const no = { success: false } as const;
const yes = <T>(data: T) => ({ success: true, data }) as const;

const when = <T>(is: (value: unknown) => value is T): Reader<T> => ({
  safeParse: (value) => (is(value) ? yes(value) : no),
});

export const text = when((value) => typeof value === 'string');
export const truth = when((value) => typeof value === 'boolean');
export const whole = when((value): value is number => Number.isSafeInteger(value));

export const oneOf = <const T extends string>(values: readonly T[]): Reader<T> =>
  when((value): value is T => (values as readonly unknown[]).includes(value));

export const nullable = <T>(of: Reader<T>): Reader<T | null> => ({
  safeParse: (value) => (value === null ? yes(null) : of.safeParse(value)),
});

export const list = <T>(of: Reader<T>): Reader<T[]> => ({
  safeParse: (value) => {
    if (!Array.isArray(value)) return no;
    const items: T[] = [];
    for (const item of value as unknown[]) {
      const read = of.safeParse(item);
      if (!read.success) return no;
      items.push(read.data);
    }
    return yes(items);
  },
});

export const object = <Fields extends Record<string, Reader<unknown>>>(
  fields: Fields,
): Reader<{ [Name in keyof Fields]: Read<Fields[Name]> }> => ({
  safeParse: (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return no;
    const data: Record<string, unknown> = {};
    for (const [name, of] of Object.entries(fields)) {
      const read = of.safeParse((value as Record<string, unknown>)[name]);
      if (!read.success) return no;
      data[name] = read.data;
    }
    return yes(data as { [Name in keyof Fields]: Read<Fields[Name]> });
  },
});
