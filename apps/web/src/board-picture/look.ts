// How a picture looks: the light theme, whatever the screen shows. A picture goes into documents and mails.
import type { CardKind } from '@hearth/board/cards';
import type { TextStyle } from './shapes.ts';

/** Values of the light theme's tokens, by the tokens' names; look.test.ts holds them to tokens.css. */
export const colours = {
  table: '#e7e1d5',
  sheet: '#f3efe6',
  card: '#fffefa',
  ink: '#1e1b16',
  'ink-2': '#4a453c',
  'ink-3': '#645e53',
  line: '#d9d2c4',
  edge: '#847b6b',
  event: '#44566a',
  perspective: '#825300',
  factor: '#7a3468',
  learning: '#00676b',
  action: '#3b671e',
  question: '#2454ac',
} as const satisfies Record<CardKind, string> & Record<string, string>;

const sans = (size: number, weight: number, lineHeight: number): TextStyle => ({
  family: 'sans',
  size,
  weight,
  lineHeight,
});
const serif = (size: number, lineHeight: number): TextStyle => ({ family: 'serif', size, weight: 500, lineHeight });

export const styles = {
  title: serif(30, 38),
  zone: serif(19, 26),
  group: sans(15, 600, 20),
  card: sans(16, 400, 22),
  meta: sans(13, 400, 17),
  time: sans(14, 600, 18),
} as const;
