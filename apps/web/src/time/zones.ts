/** The zone of this device. */
export const localZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Zones to offer, the device's own first. */
export const knownZones = (): string[] => {
  const own = localZone();
  return [own, ...['UTC', ...Intl.supportedValuesOf('timeZone')].filter((zone) => zone !== own)];
};
