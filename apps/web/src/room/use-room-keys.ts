// Single keys of the room. They are never taken from somebody who types, nor from an open dialog or menu.
import { useEffect, useEffectEvent } from 'react';
import { isTyping } from '../facilitation/typing.ts';

/** Key (as `event.key`, letters in lower case) → what it does. */
export type RoomKeys = Record<string, () => void>;

interface RoomKeyOptions {
  keys: RoomKeys;
  undo: () => void;
  redo: () => void;
  /** Tried first: keys of the focused card. @returns whether the key meant something there. */
  onCard: (event: KeyboardEvent) => boolean;
}

export const useRoomKeys = ({ keys, undo, redo, onCard }: RoomKeyOptions): void => {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || isTyping()) return;
    if (document.querySelector('dialog[open], [popover]:popover-open')) return;
    if (onCard(event)) {
      event.preventDefault();
      return;
    }
    if (event.altKey) return;
    const letter = event.key.toLowerCase();
    if (event.ctrlKey || event.metaKey) {
      if (letter !== 'z' && letter !== 'y') return;
      event.preventDefault();
      if (letter === 'y' || event.shiftKey) redo();
      else undo();
      return;
    }
    const act = keys[letter];
    if (!act || event.repeat) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => pressed(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
};
