// What opens by a key is not part of the room's first load. It is fetched once the room rests, so that it is there at once when
// the key is pressed, and takes the letters that follow.
import { useEffect, useState } from 'react';

const restMs = 1_500;

const load = async () => {
  const [find, palette] = await Promise.all([
    import('../find/FindPanel.tsx'),
    import('../commands/CommandPalette.tsx'),
  ]);
  return { FindPanel: find.FindPanel, CommandPalette: palette.CommandPalette };
};

/** @param wanted  one of them is asked for already. @returns null until they are there. */
export const useLateParts = (wanted: boolean): Awaited<ReturnType<typeof load>> | null => {
  const [parts, setParts] = useState<Awaited<ReturnType<typeof load>> | null>(null);
  const there = parts !== null;
  useEffect(() => {
    if (there) return;
    let left = false;
    const timer = setTimeout(() => void load().then((loaded) => left || setParts(loaded)), wanted ? 0 : restMs);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [wanted, there]);
  return parts;
};
