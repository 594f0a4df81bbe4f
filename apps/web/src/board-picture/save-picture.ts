// Draws the board as a picture and lets the browser save it. Loaded on demand.
import type { ReviewDetail } from '@hearth/protocol/http/reviews';
import { dayOf } from '@hearth/review/time/wall-time';
import { counted, fullDay } from '@hearth/review/time/words';
import type { BoardZone } from '@hearth/board/zones';
import { zoneNames } from '../board/groups.ts';
import type { BoardSession } from '../board/session.tsx';
import { boardPicture, mostCards } from './board-picture.ts';
import { drawnIcons, embeddedFonts, openMeasure } from './browser-parts.ts';
import { pictureName } from './file-name.ts';
import { styles } from './look.ts';
import { pngOf, pngScale } from './png.ts';
import { svgOf } from './svg.ts';

export interface PictureWish {
  session: Pick<BoardSession, 'view' | 'anchorMs' | 'zone'>;
  incident: ReviewDetail['incident'];
  what: BoardZone | 'board';
  format: 'png' | 'svg';
}

/** @returns a sentence about what came of it. */
export const savePicture = async ({ session, incident, what, format }: PictureWish): Promise<string> => {
  const { startedAt, zone } = incident;
  const outcome = boardPicture({
    view: session.view,
    what,
    title: incident.title,
    line: startedAt === null ? 'Learning review' : `Learning review, incident of ${fullDay(startedAt, zone)}`,
    anchorMs: session.anchorMs(),
    zone: session.zone,
    measure: await openMeasure(Object.values(styles)),
  });
  if (!outcome.ok) {
    if (outcome.reason === 'empty')
      return what === 'board'
        ? 'The board is empty: there is nothing to draw yet.'
        : `${zoneNames[what]} has no card yet: there is nothing to draw.`;
    return `${counted(outcome.cards, 'card')} are more than a picture holds (${mostCards}). ${what === 'board' ? 'Save it zone by zone, or export the review.' : 'Export the review instead.'}`;
  }
  const { picture } = outcome;
  const { width, height } = picture;
  const scale = pngScale(width, height);
  if (format === 'png' && scale === null)
    return 'This is too large for a PNG. Save it as SVG, which has no limit, or zone by zone.';
  const svg = svgOf(picture, { icons: drawnIcons(), fontFaces: await embeddedFonts() });
  const name = pictureName(
    incident.title,
    startedAt === null ? null : dayOf(startedAt, zone),
    what === 'board' ? null : what,
    format,
  );
  try {
    save(
      name,
      format === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : await pngOf(svg, width, height, scale ?? 1),
    );
  } catch {
    return 'This browser could not draw the PNG. Save it as SVG instead.';
  }
  return `Saved as ${name}.`;
};

const save = (name: string, content: Blob): void => {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken it up by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};
