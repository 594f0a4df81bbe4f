// Other people's pointers: moved outside React, once a frame; they fade when they rest.
import { useEffect, useRef, type RefObject } from 'react';
import { zoneId } from '../Zone.tsx';
import { firstName, type RemotePointer } from '../presence.ts';
import { useSession } from '../session.tsx';
import styles from './Canvas.module.css';

const fadeAfterMs = 3_000;

const arrow = '<svg viewBox="0 0 16 18"><path d="M2 1.5v13l3.6-3 2.2 5 2.4-1.1-2.2-4.8 4.7-.4z"></path></svg>';

export const Cursors = ({ scroller, zoom }: { scroller: RefObject<HTMLDivElement | null>; zoom: number }) => {
  const { presence } = useSession();
  const layer = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const cursors = new Map<number, { element: HTMLElement; pointer: RemotePointer; fade: number }>();
    let asked = 0;
    const place = (): void => {
      asked = 0;
      const origin = layer.current?.getBoundingClientRect();
      if (!origin) return;
      for (const { element, pointer } of cursors.values()) {
        const zone = document.getElementById(zoneId(pointer.zone))?.getBoundingClientRect();
        element.hidden = zone === undefined;
        if (!zone) continue;
        const x = zone.left - origin.left + pointer.x * zone.width;
        const y = zone.top - origin.top + pointer.y * zone.height;
        element.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
      }
    };
    const ask = (): void => {
      if (asked === 0) asked = requestAnimationFrame(place);
    };
    const remove = (clientId: number): void => {
      const cursor = cursors.get(clientId);
      if (!cursor) return;
      clearTimeout(cursor.fade);
      cursor.element.remove();
      cursors.delete(clientId);
    };
    const stop = presence.onPointer((clientId, pointer) => {
      if (pointer === null) {
        remove(clientId);
        return;
      }
      let cursor = cursors.get(clientId);
      if (!cursor) {
        const element = document.createElement('div');
        element.className = styles.cursor ?? '';
        element.innerHTML = arrow;
        element.append(document.createElement('span'));
        layer.current?.append(element);
        cursor = { element, pointer, fade: 0 };
        cursors.set(clientId, cursor);
      }
      const { element } = cursor;
      const name = element.querySelector('span');
      if (name) name.textContent = firstName(pointer.name);
      cursor.pointer = pointer;
      element.dataset['rests'] = 'no';
      clearTimeout(cursor.fade);
      cursor.fade = window.setTimeout(() => {
        element.dataset['rests'] = 'yes';
      }, fadeAfterMs);
      ask();
    });
    const element = scroller.current;
    const observer = new ResizeObserver(ask);
    if (element) observer.observe(element);
    return () => {
      stop();
      observer.disconnect();
      cancelAnimationFrame(asked);
      for (const clientId of cursors.keys()) remove(clientId);
    };
  }, [presence, scroller, zoom]);

  return <div ref={layer} className={styles.cursors} aria-hidden="true" />;
};
