// Makes a file ready to leave the device: photographs are drawn anew, and pictures get a small version. Rules: SPEC U5.
import { attachmentLimits } from '@hearth/protocol/http/attachment-limits';

export interface Prepared {
  content: Blob;
  thumbnail: Blob | null;
}

/** What cameras write, with where they were. */
const photographs = new Set(['image/jpeg', 'image/webp']);
const drawn = new Set([...photographs, 'image/png', 'image/gif']);
const longestPhotographSide = 4096;
const longestThumbnailSide = 480;
/** Beyond this, reading it may cost the tab its memory. */
const mostBytesToDraw = 64 * 1024 * 1024;
/** A few bytes can unfold into gigabytes. The server keeps such a picture as bytes as well. */
const mostPixelsToDraw = 50_000_000;

export const prepare = async (file: Blob): Promise<Prepared> => {
  if (!drawn.has(file.type) || file.size > mostBytesToDraw) return { content: file, thumbnail: null };
  if (await isTooLarge(file)) return { content: file, thumbnail: null };
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
  if (bitmap === null) return { content: file, thumbnail: null };
  try {
    const content = photographs.has(file.type)
      ? ((await draw(bitmap, longestPhotographSide, file.type, 0.9)) ?? file)
      : file;
    return { content, thumbnail: await small(bitmap) };
  } finally {
    bitmap.close();
  }
};

/** Asks for the size that the picture's head tells: an image that is not shown is not unfolded. */
const isTooLarge = (file: Blob): Promise<boolean> =>
  new Promise((resolve) => {
    const image = new Image();
    const address = URL.createObjectURL(file);
    const done = (tooLarge: boolean): void => {
      URL.revokeObjectURL(address);
      resolve(tooLarge);
    };
    image.addEventListener('load', () => done(image.naturalWidth * image.naturalHeight > mostPixelsToDraw));
    // What can't be read at all is found out below.
    image.addEventListener('error', () => done(false));
    image.src = address;
  });

const small = async (bitmap: ImageBitmap): Promise<Blob | null> => {
  for (const [side, quality] of [
    [longestThumbnailSide, 0.8],
    [320, 0.6],
    [200, 0.4],
  ] as const) {
    // Browsers that write no WebP give PNG instead, which knows transparency as well.
    const blob = await draw(bitmap, side, 'image/webp', quality);
    if (blob !== null && blob.size <= attachmentLimits.thumbnail) return blob;
  }
  const opaque = await draw(bitmap, 200, 'image/jpeg', 0.5);
  return opaque !== null && opaque.size <= attachmentLimits.thumbnail ? opaque : null;
};

const draw = async (bitmap: ImageBitmap, longestSide: number, type: string, quality: number): Promise<Blob | null> => {
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, type, quality));
};
