// Ranks in the format of lexorank, `0|hzzzzz:i`: a bucket, six digits to the base of 36, and as many after the point as are
// needed. They sort as text. Only what `order.ts` needs of it.

const digits = '0123456789abcdefghijklmnopqrstuvwxyz';
const base = BigInt(digits.length);
const width = 6;
const step = 8n;
const top = base ** BigInt(width) - 1n;
const shape = /^([0-2])\|([0-9a-z]{6}):([0-9a-z]{0,64})$/;

/** A number with `scale` digits after the point. */
interface Parsed {
  bucket: string;
  value: bigint;
  scale: number;
}

const parse = (rank: string): Parsed | null => {
  const [, bucket, whole, part] = shape.exec(rank) ?? [];
  if (bucket === undefined || whole === undefined || part === undefined) return null;
  let value = 0n;
  for (const digit of whole + part) value = value * base + BigInt(digits.indexOf(digit));
  return { bucket, value, scale: part.length };
};

const format = (bucket: string, value: bigint, scale: number): string => {
  const text = value.toString(digits.length).padStart(width + scale, '0');
  return `${bucket}|${text.slice(0, width)}:${text.slice(width).replace(/0+$/, '')}`;
};

const whole = ({ value, scale }: Parsed): bigint => value / base ** BigInt(scale);

/**
 * @param lower  a rank, or null for the list's start.
 * @param upper  a rank, or null for the list's end.
 * @returns a rank between the two with the fewest digits; null where there is none, or where the two have nothing in common.
 */
export const rankBetween = (lower: string | null, upper: string | null): string | null => {
  const below = lower === null ? null : parse(lower);
  const above = upper === null ? null : parse(upper);
  if ((lower !== null && !below) || (upper !== null && !above)) return null;
  const bucket = below?.bucket ?? above?.bucket ?? '0';
  if (above && above.bucket !== bucket) return null;
  if (below && !above && whole(below) + step < top) return format(bucket, whole(below) + step, 0);
  if (above && !below && whole(above) > step) return format(bucket, whole(above) - step, 0);
  return middleOf(bucket, below ?? { bucket, value: 0n, scale: 0 }, above ?? { bucket, value: top, scale: 0 });
};

const middleOf = (bucket: string, below: Parsed, above: Parsed): string | null => {
  const most = Math.max(below.scale, above.scale);
  const from = below.value * base ** BigInt(most - below.scale);
  const to = above.value * base ** BigInt(most - above.scale);
  if (from >= to) return null;
  for (let scale = 0; scale <= most; scale++) {
    const unit = base ** BigInt(most - scale);
    const middle = (from / unit + (to + unit - 1n) / unit) / 2n;
    if (middle * unit > from && middle * unit < to) return format(bucket, middle, scale);
  }
  return format(bucket, (from + to) * (base / 2n), most + 1);
};
