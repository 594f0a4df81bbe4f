// Light, dark or the system's choice.
import { Segmented } from './Segmented.tsx';
import { setTheme, themes, useTheme, type Theme } from './theme.ts';

const names: Record<Theme, string> = { light: 'Light', dark: 'Dark', system: 'System' };

export const ThemeSwitch = () => (
  <Segmented
    label="Theme"
    options={themes.map((value) => ({ value, label: names[value] }))}
    value={useTheme()}
    onChange={setTheme}
  />
);
