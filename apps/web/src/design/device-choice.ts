// A choice among a few words about how this device shows Hearth. `public/theme.js` applies it before the first paint.
import { useSyncExternalStore } from 'react';

interface DeviceChoice<Value extends string> {
  /** Keeps it, and shows it at once; other tabs follow. */
  set: (value: Value) => void;
  use: () => Value;
}

/**
 * @param name  of the entry in the device's storage, `hearth.` before it, and of the page's data attribute.
 * @param values  the first is what holds without a choice: it has no entry and no attribute.
 */
export const deviceChoice = <Value extends string>(
  name: string,
  values: readonly [Value, ...Value[]],
): DeviceChoice<Value> => {
  const key = `hearth.${name}`;
  const [usual] = values;
  const listeners = new Set<() => void>();
  const known = (value: string | null | undefined): Value => values.find((one) => one === value) ?? usual;

  const apply = (value: Value): void => {
    if (value === usual) delete document.documentElement.dataset[name];
    else document.documentElement.dataset[name] = value;
  };
  const shown = (): Value => known(document.documentElement.dataset[name]);
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    const elsewhere = (event: StorageEvent) => {
      if (event.key !== key) return;
      apply(known(event.newValue));
      listener();
    };
    window.addEventListener('storage', elsewhere);
    return () => {
      listeners.delete(listener);
      window.removeEventListener('storage', elsewhere);
    };
  };

  return {
    set: (value) => {
      try {
        if (value === usual) localStorage.removeItem(key);
        else localStorage.setItem(key, value);
      } catch {
        // Storage is switched off: it still holds until the page is left.
      }
      apply(value);
      for (const listener of listeners) listener();
    },
    use: () => useSyncExternalStore(subscribe, shown),
  };
};
