// What opens by a key is not part of the room's first load. It is fetched once the room rests; whoever presses the key before
// that loses nothing of what they type meanwhile.
import { useEffect, useState } from 'react';

const restMs = 600;
const againMs = 2_000;

const load = async () => {
  const [find, palette] = await Promise.all([
    import('../find/FindPanel.tsx'),
    import('../commands/CommandPalette.tsx'),
  ]);
  return { FindPanel: find.FindPanel, CommandPalette: palette.CommandPalette };
};

/** What was typed into a part that was still on its way. */
export interface TypedAhead {
  text: string;
  /** Enter was pressed; what came after it is for what Enter led to. */
  entered: boolean;
}

const nothing: TypedAhead = { text: '', entered: false };

/** @returns what one key makes of it; null for a key that types nothing. */
export const typeAhead = (
  { text, entered }: TypedAhead,
  { key, ctrlKey, metaKey, altKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
): TypedAhead | null => {
  if (entered || ctrlKey || metaKey || altKey) return null;
  if (key === 'Enter') return { text, entered: true };
  if (key === 'Backspace') return { text: [...text].slice(0, -1).join(''), entered };
  return [...key].length === 1 ? { text: text + key, entered } : null;
};

/**
 * @param wanted  one of them is asked for already.
 * @returns `parts` is null until they are there, `ahead` what was typed until then.
 */
export const useLateParts = (wanted: boolean) => {
  const [parts, setParts] = useState<Awaited<ReturnType<typeof load>> | null>(null);
  const [ahead, setAhead] = useState(nothing);
  const there = parts !== null;
  useEffect(() => {
    if (there) return;
    let timer: ReturnType<typeof setTimeout>;
    let left = false;
    const ask = (): void => {
      load().then(
        (loaded) => left || setParts(loaded),
        () => {
          if (!left) timer = setTimeout(ask, againMs);
        },
      );
    };
    timer = setTimeout(ask, wanted ? 0 : restMs);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [wanted, there]);
  useEffect(() => {
    if (!wanted) return;
    if (there) return () => setAhead(nothing);
    const onKey = (event: KeyboardEvent): void => {
      const after = typeAhead(ahead, event);
      if (after === null) return;
      event.preventDefault();
      setAhead(after);
    };
    addEventListener('keydown', onKey, true);
    return () => removeEventListener('keydown', onKey, true);
  }, [wanted, there, ahead]);
  return { parts, ahead };
};
