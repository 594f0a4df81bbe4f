// Light, dark, or as the system says.
import { deviceChoice } from './device-choice.ts';

export const themes = ['light', 'dark', 'system'] as const;
export type Theme = (typeof themes)[number];

export const { set: setTheme, use: useTheme } = deviceChoice<Theme>('theme', ['system', 'light', 'dark']);
