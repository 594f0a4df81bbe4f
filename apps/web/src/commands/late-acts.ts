// Commands of parts that come late: each brings what can be done with it for as long as it is there.
import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { CommandActs, CommandId } from './specs.ts';

const brought = new Set<CommandActs>();
const listeners = new Set<() => void>();
let all: CommandActs = {};

const told = (): void => {
  all = Object.assign({}, ...brought) as CommandActs;
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** What the parts that are there just now can do. */
export const useLateActs = (): CommandActs => useSyncExternalStore(subscribe, () => all);

/** Takes part in keys and palette. Tells the room only when something becomes possible, or ceases to be. */
export const useBringActs = (acts: CommandActs): void => {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  const possible = Object.keys(acts).join(' ');
  useEffect(() => {
    if (possible === '') return;
    const mine = Object.fromEntries(
      possible.split(' ').map((id) => [id, () => latest.current[id as CommandId]?.()]),
    ) as CommandActs;
    brought.add(mine);
    told();
    return () => {
      brought.delete(mine);
      told();
    };
  }, [possible]);
};
