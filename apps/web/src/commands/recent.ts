// Commands used lately, kept on this device.
const key = 'hearth.commands.recent';
const most = 5;

/** The last one first. */
export const readRecent = (): readonly string[] => {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(stored) ? stored.filter((id): id is string => typeof id === 'string').slice(0, most) : [];
  } catch {
    // Storage is switched off or was written by something else: nothing is recent.
    return [];
  }
};

export const addRecent = (id: string): void => {
  try {
    localStorage.setItem(key, JSON.stringify([id, ...readRecent().filter((other) => other !== id)].slice(0, most)));
  } catch {
    // Not kept, and nothing is lost by that.
  }
};
