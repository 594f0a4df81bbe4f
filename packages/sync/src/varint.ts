// lib0's variable-length unsigned integers, written into bytes that are there already.

/** @returns how many bytes the value takes. */
export const varUintLength = (value: number): number => {
  let length = 1;
  for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 0x80)) length += 1;
  return length;
};

/** @returns where the next byte goes. */
export const putVarUint = (bytes: Uint8Array, at: number, value: number): number => {
  let [next, rest] = [at, value];
  while (rest >= 0x80) {
    bytes[next] = 0x80 | (rest % 0x80);
    rest = Math.floor(rest / 0x80);
    next += 1;
  }
  bytes[next] = rest;
  return next + 1;
};

/** Copies a part. Below some fifty bytes a loop is faster than a view and a call. @returns where the next byte goes. */
export const putBytes = (bytes: Uint8Array, at: number, source: Uint8Array, from = 0, to = source.length): number => {
  if (to - from < 48) for (let index = from; index < to; index += 1) bytes[at + index - from] = source[index]!;
  else bytes.set(from === 0 && to === source.length ? source : source.subarray(from, to), at);
  return at + to - from;
};
