// Where a key takes the focus in a menu. Pure.

/**
 * Index of the entry that a key goes to, or null when the key is none of the menu's.
 * @param at  the focused entry, -1 for none.
 * @param labels  words of all entries, for going to one by its first letter.
 */
export const nextMenuIndex = (key: string, at: number, labels: readonly string[]): number | null => {
  const count = labels.length;
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return at <= 0 ? count - 1 : at - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default: {
      if (key.length !== 1 || key === ' ') return null;
      const letter = key.toLocaleLowerCase();
      for (let step = 1; step <= count; step++) {
        const index = (at + step + count) % count;
        if (labels[index]?.toLocaleLowerCase().startsWith(letter)) return index;
      }
      return null;
    }
  }
};
