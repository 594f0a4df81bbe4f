// Other people's pointers, and what they carry: moved outside React by transforms alone, once a frame; they fade when they rest.
import type { CardId } from '@hearth/review/ids';
import { useEffect, useRef } from 'react';
import { zoneId } from '../Zone.tsx';
import { firstName, type RemotePointer } from '../presence.ts';
import { headline } from '../relations.ts';
import { useSession } from '../session.tsx';
import styles from './Canvas.module.css';

const fadeAfterMs = 3_000;
const mostWords = 40;

const arrow = '<svg viewBox="0 0 16 18"><path d="M2 1.5v13l3.6-3 2.2 5 2.4-1.1-2.2-4.8 4.7-.4z"></path></svg>';

interface Cursor {
  element: HTMLElement;
  name: HTMLElement;
  load: HTMLElement | null;
  carried: readonly CardId[];
  pointer: RemotePointer;
  movedAt: number;
}

export const Cursors = () => {
  const { presence, canvas, view } = useSession();
  const { camera } = canvas;
  const layer = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const cursors = new Map<number, Cursor>();
    let asked = 0;
    const place = (): void => {
      asked = 0;
      const { x, y, z } = camera.get();
      for (const { element, pointer } of cursors.values()) {
        const zone = document.getElementById(zoneId(pointer.zone));
        if (!zone) {
          element.style.transform = 'translate(-100px, -100px)';
          continue;
        }
        const box = camera.boxOf(zone);
        const atX = x + (box.left + pointer.x * (box.right - box.left)) * z;
        const atY = y + (box.top + pointer.y * (box.bottom - box.top)) * z;
        element.style.transform = `translate(${atX.toFixed(1)}px, ${atY.toFixed(1)}px)`;
      }
    };
    const ask = (): void => {
      if (asked === 0) asked = requestAnimationFrame(place);
    };
    const make = (pointer: RemotePointer): Cursor => {
      const element = document.createElement('div');
      element.className = styles.cursor ?? '';
      element.innerHTML = arrow;
      const name = document.createElement('span');
      name.textContent = firstName(pointer.name);
      element.append(name);
      layer.current?.append(element);
      return { element, name, load: null, carried: [], pointer, movedAt: 0 };
    };
    /** Shows what is in their hand: the card under it, and how many come along. */
    const carry = (cursor: Cursor): void => {
      const carried = presence.carriedBy(cursor.pointer.clientId);
      if (carried === cursor.carried) return;
      cursor.carried = carried;
      cursor.load?.remove();
      cursor.load = null;
      const [first, ...others] = carried;
      const card = first === undefined ? undefined : view.card(first);
      if (!card) return;
      const load = document.createElement('div');
      load.className = `${styles.load ?? ''} k-${card.kind}`;
      load.textContent = headline(card, mostWords);
      load.dataset['more'] = others.length > 0 ? `${others.length + 1} cards` : '';
      cursor.element.append(load);
      cursor.load = load;
    };
    const remove = (clientId: number): void => {
      cursors.get(clientId)?.element.remove();
      cursors.delete(clientId);
    };
    const stopPointers = presence.onPointer((clientId, pointer) => {
      if (pointer === null) {
        remove(clientId);
        return;
      }
      let cursor = cursors.get(clientId);
      if (!cursor) {
        cursor = make(pointer);
        cursors.set(clientId, cursor);
      } else if (cursor.pointer.name !== pointer.name) cursor.name.textContent = firstName(pointer.name);
      cursor.pointer = pointer;
      cursor.movedAt = performance.now();
      if (cursor.element.dataset['rests'] !== 'no') cursor.element.dataset['rests'] = 'no';
      carry(cursor);
      ask();
    });
    const stopCarrying = presence.subscribe(() => {
      for (const cursor of cursors.values()) carry(cursor);
    });
    const fade = window.setInterval(() => {
      const now = performance.now();
      for (const { element, movedAt, load } of cursors.values())
        if (load === null && now - movedAt > fadeAfterMs) element.dataset['rests'] = 'yes';
    }, 500);
    // When the board moves the pointers go with it at once, not in their own time.
    let still = 0;
    const stopCamera = camera.subscribe(() => {
      if (layer.current) layer.current.dataset['moving'] = 'yes';
      clearTimeout(still);
      still = window.setTimeout(() => {
        if (layer.current) delete layer.current.dataset['moving'];
      }, 150);
      cancelAnimationFrame(asked);
      place();
    });
    return () => {
      stopPointers();
      stopCarrying();
      stopCamera();
      clearInterval(fade);
      clearTimeout(still);
      cancelAnimationFrame(asked);
      for (const clientId of cursors.keys()) remove(clientId);
    };
  }, [presence, camera, view]);

  return <div ref={layer} data-pointers className={styles.cursors} aria-hidden="true" />;
};
