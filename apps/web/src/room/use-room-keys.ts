// Keys of the room. They are never taken from somebody who types, nor from an open dialog or menu; only the commands
// themselves can be asked for while one writes.
import { useEffect, useEffectEvent } from 'react';
import { commandOfPress, pressOf, type CommandActs, type CommandId } from '../commands/specs.ts';
import { isTyping } from '../facilitation/typing.ts';
import { overlayOpen } from '../design/overlay.ts';

interface RoomKeyOptions {
  acts: CommandActs;
  /** Tried first: keys of the focused card. @returns whether the key meant something there. */
  onCard: (event: KeyboardEvent) => boolean;
}

/** A key that is held down goes on doing these. */
const goesOn = new Set<CommandId>(['undo', 'redo', 'zoom-in', 'zoom-out']);

/** Enter presses the button that has the focus, and a list takes letters: what stands inside a card as well as beside it. */
const isTakenByTarget = ({ target, key }: KeyboardEvent): boolean =>
  target instanceof HTMLElement &&
  (target.closest('select') !== null ||
    (key === 'Enter' && target.closest('button, a[href], summary, label') !== null));

export const useRoomKeys = ({ acts, onCard }: RoomKeyOptions): void => {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || isTyping() || overlayOpen() || isTakenByTarget(event)) return;
    if (onCard(event)) {
      event.preventDefault();
      return;
    }
    const command = commandOfPress(pressOf(event));
    const act = command && acts[command];
    if (!act || (event.repeat && !goesOn.has(command))) return;
    event.preventDefault();
    act();
  });
  /** Fields keep their keys to themselves: this one is heard before they are asked. */
  const whileWriting = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || event.repeat || !isTyping() || overlayOpen()) return;
    if (commandOfPress(pressOf(event)) !== 'commands') return;
    event.preventDefault();
    event.stopPropagation();
    acts.commands?.();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => pressed(event);
    const first = (event: KeyboardEvent): void => whileWriting(event);
    window.addEventListener('keydown', listener);
    window.addEventListener('keydown', first, { capture: true });
    return () => {
      window.removeEventListener('keydown', listener);
      window.removeEventListener('keydown', first, { capture: true });
    };
  }, []);
};
