// Comfortable or compact.
import { densities, setDensity, useDensity, type Density } from './density.ts';
import { Segmented } from './Segmented.tsx';

const names: Record<Density, string> = { comfortable: 'Comfortable', compact: 'Compact' };

export const DensitySwitch = () => (
  <Segmented
    label="Density"
    options={densities.map((value) => ({ value, label: names[value] }))}
    value={useDensity()}
    onChange={setDensity}
  />
);
