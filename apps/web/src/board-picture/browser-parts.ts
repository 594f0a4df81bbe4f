// What a picture needs of a browser: the width of words, the icons, the fonts.
import {
  CircleArrowRight,
  Clock,
  Eye,
  MessageCircleQuestionMark,
  Sprout,
  Star,
  Waypoints,
  type LucideIcon,
} from 'lucide-react';
import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import serifUrl from '../design/fonts/literata-latin-wght-normal.woff2?url';
import sansUrl from '../design/fonts/source-sans-3-latin-wght-normal.woff2?url';
import { iconNames, type IconName, type Measure, type TextStyle } from './shapes.ts';

const icons: Record<IconName, LucideIcon> = {
  event: Clock,
  perspective: Eye,
  factor: Waypoints,
  question: MessageCircleQuestionMark,
  learning: Sprout,
  action: CircleArrowRight,
  key: Star,
};

/** Elements of the icons, as they are drawn on the screen. */
export const drawnIcons = (): Record<IconName, string> => {
  const host = document.createElement('div');
  const root = createRoot(host);
  const inside = (Shape: LucideIcon): string => {
    flushSync(() => root.render(createElement(Shape)));
    const svg = host.querySelector('svg');
    if (svg === null) throw new Error('an icon drew nothing');
    return [...svg.children].map((child) => new XMLSerializer().serializeToString(child)).join('');
  };
  const drawn = Object.fromEntries(iconNames.map((name) => [name, inside(icons[name])]));
  root.unmount();
  return drawn as Record<IconName, string>;
};

const families = {
  sans: "'Source Sans 3 Variable', 'Source Sans 3', 'Segoe UI', system-ui, sans-serif",
  serif: "'Literata Variable', Literata, Georgia, serif",
};
const fontOf = ({ family, size, weight }: TextStyle): string => `${weight} ${size}px ${families[family]}`;

/** Measures as the picture will be drawn: in the fonts that the page has by then. */
export const openMeasure = async (styles: readonly TextStyle[]): Promise<Measure> => {
  await Promise.allSettled(styles.map((style) => document.fonts.load(fontOf(style))));
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) throw new Error('this browser draws no canvas');
  const known = new Map<TextStyle, Map<string, number>>();
  return (text, style) => {
    let widths = known.get(style);
    if (!widths) known.set(style, (widths = new Map<string, number>()));
    let width = widths.get(text);
    if (width === undefined) {
      context.font = fontOf(style);
      width = context.measureText(text).width;
      widths.set(text, width);
    }
    return width;
  };
};

/** The fonts themselves, so that the picture looks the same where they are not installed; empty while they can't be had. */
export const embeddedFonts = async (): Promise<string> => {
  try {
    const [sans, serif] = await Promise.all([base64Of(sansUrl), base64Of(serifUrl)]);
    return faceOf('Hearth Sans', sans) + faceOf('Hearth Serif', serif);
  } catch {
    return '';
  }
};

const faceOf = (name: string, base64: string): string =>
  `@font-face{font-family:'${name}';font-weight:200 900;src:url(data:font/woff2;base64,${base64}) format('woff2')}`;

const base64Of = async (url: string): Promise<string> => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`no font: ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
};
