// An SVG picture as PNG, twice as fine as the screen where that is possible.

/** Browsers draw no canvas beyond: pixels of a side, and of the whole. */
const longestSide = 16_000;
const mostPixels = 120_000_000;

/** @returns how fine the picture can be, or null where it is too large for any PNG. Pure. */
export const pngScale = (width: number, height: number): 2 | 1 | null => {
  const fits = (scale: number): boolean =>
    Math.max(width, height) * scale <= longestSide && width * height * scale ** 2 <= mostPixels;
  if (fits(2)) return 2;
  return fits(1) ? 1 : null;
};

/** @throws  where the browser can't draw it after all. */
export const pngOf = async (svg: string, width: number, height: number, scale: number): Promise<Blob> => {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width) * scale;
  canvas.height = Math.ceil(height) * scale;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('the canvas gave no picture');
  return blob;
};
