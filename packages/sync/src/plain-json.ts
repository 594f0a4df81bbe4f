// JSON that does no harm: nothing in it reaches an object's prototype, and it is not nested without end.

export const isPlainJson = (text: string, maxDepth: number): boolean => {
  try {
    return isPlain(JSON.parse(text), maxDepth);
  } catch {
    return false;
  }
};

export const isPlain = (value: unknown, maxDepth: number): boolean => {
  if (typeof value !== 'object' || value === null) return true;
  if (maxDepth === 0) return false;
  return Object.entries(value).every(([key, inner]) => key !== '__proto__' && isPlain(inner, maxDepth - 1));
};
