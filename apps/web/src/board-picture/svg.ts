// Writes shapes as an SVG document. Whatever people wrote is text in it, never markup. Pure.
import { colours } from './look.ts';
import type { IconName, Shape } from './shapes.ts';

export interface Picture {
  title: string;
  width: number;
  height: number;
  shapes: readonly Shape[];
}

export interface SvgParts {
  /** Elements of each icon in a square of 24, our own and trusted. */
  icons: Readonly<Record<IconName, string>>;
  /** `@font-face` rules that hold the fonts themselves; empty for those of the system. */
  fontFaces: string;
}

const families = {
  sans: "'Hearth Sans', 'Source Sans 3', 'Segoe UI', system-ui, sans-serif",
  serif: "'Hearth Serif', Literata, Georgia, serif",
};

/** What XML can't hold at all: most control characters, and halves of pairs. */
const notXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(notXml, '\u{FFFD}')
    .replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');

export const svgOf = ({ title, width, height, shapes }: Picture, { icons, fontFaces }: SvgParts): string => {
  const w = Math.ceil(width);
  const h = Math.ceil(height);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" role="img">`,
    `<title>${escapeXml(title)}</title>`,
    `<style>${fontFaces}text{white-space:pre;font-variant-numeric:tabular-nums}.sans{font-family:${families.sans}}.serif{font-family:${families.serif}}</style>`,
    `<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 .5 8 4 0 7.5z" fill="${colours.edge}"/></marker></defs>`,
    `<rect width="${w}" height="${h}" fill="${colours.table}"/>`,
    ...shapes.map((shape) => elementOf(shape, icons)),
    '</svg>',
    '',
  ].join('\n');
};

const n = (value: number): string => String(Math.round(value * 10) / 10);

const elementOf = (shape: Shape, icons: SvgParts['icons']): string => {
  switch (shape.kind) {
    case 'rect':
      return `<rect x="${n(shape.x)}" y="${n(shape.y)}" width="${n(shape.width)}" height="${n(shape.height)}" fill="${shape.fill}"${shape.radius ? ` rx="${n(shape.radius)}"` : ''}${strokeOf(shape)}/>`;
    case 'line':
      return `<line x1="${n(shape.x1)}" y1="${n(shape.y1)}" x2="${n(shape.x2)}" y2="${n(shape.y2)}"${strokeOf(shape)}/>`;
    case 'curve':
      return `<path d="${shape.path}" fill="none" stroke="${shape.stroke}" stroke-width="1.25" marker-end="url(#arrow)"/>`;
    case 'words': {
      const { style } = shape;
      return `<text class="${style.family}" x="${n(shape.x)}" y="${n(shape.y)}" font-size="${style.size}" font-weight="${style.weight}" fill="${shape.fill}"${shape.rtl ? ' direction="rtl"' : ''}>${escapeXml(shape.text)}</text>`;
    }
    case 'icon':
      return `<g transform="translate(${n(shape.x)} ${n(shape.y)}) scale(${Math.round((shape.size / 24) * 1000) / 1000})" fill="none" stroke="${shape.stroke}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${icons[shape.name]}</g>`;
  }
};

const strokeOf = ({ stroke, dashed }: { stroke?: string; dashed?: boolean }): string =>
  stroke === undefined ? '' : ` stroke="${stroke}"${dashed ? ' stroke-dasharray="3 4"' : ''}`;
