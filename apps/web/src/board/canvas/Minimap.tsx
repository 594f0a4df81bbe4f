// A small map of the board, and its size. Pressing a place in the map goes there, dragging in it pans. What is seen is drawn
// outside React.
import { Maximize, Minus, Plus } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { boardZones } from '@hearth/board/zones';
import { IconButton } from '../../design/Button.tsx';
import { useSession } from '../session.tsx';
import { zoneId } from '../Zone.tsx';
import type { BoardControls } from './controls.ts';
import styles from './Canvas.module.css';

interface MapState {
  zones: { id: string; x: number; y: number; width: number; height: number }[];
  scale: number;
  width: number;
  height: number;
}

const widthPx = 132;
const tallestPx = 96;

export const Minimap = ({ controls }: { controls: BoardControls }) => {
  const { camera } = useSession().canvas;
  const [map, setMap] = useState<MapState | null>(null);
  const view = useRef<HTMLElement>(null);
  const percent = useRef<HTMLSpanElement>(null);

  const draw = useEffectEvent(() => {
    const whole = camera.world();
    if (whole.height === 0) return;
    const scale = Math.min(widthPx / whole.width, tallestPx / whole.height);
    const next: MapState = {
      scale,
      width: Math.round(whole.width * scale),
      height: Math.max(20, Math.round(whole.height * scale)),
      zones: boardZones.flatMap((zone) => {
        const element = document.getElementById(zoneId(zone));
        if (!element) return [];
        const { left, top, right, bottom } = camera.boxOf(element);
        return {
          id: zone,
          x: Math.round(left * scale),
          y: Math.round(top * scale),
          width: Math.round((right - left) * scale),
          height: Math.max(2, Math.round((bottom - top) * scale)),
        };
      }),
    };
    setMap((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
  });
  const follow = useEffectEvent(() => {
    if (percent.current) {
      const words = `${Math.round(camera.zoom() * 100)} %`;
      if (percent.current.textContent !== words) percent.current.textContent = words;
    }
    if (!view.current || !map) return;
    const seen = camera.view();
    const left = Math.max(-3, seen.left * map.scale);
    const top = Math.max(0, seen.top * map.scale);
    const right = Math.min(map.width + 3, seen.right * map.scale);
    const bottom = Math.min(map.height + 3, seen.bottom * map.scale);
    const { style } = view.current;
    // While the size stays, and it does while one pans, only a layer moves: the page is not painted anew for it.
    style.transform = `translate(${left.toFixed(1)}px, ${top.toFixed(1)}px)`;
    style.width = `${Math.max(2, right - left).toFixed(1)}px`;
    style.height = `${Math.max(2, bottom - top).toFixed(1)}px`;
  });
  useEffect(() => {
    let asked = 0;
    let tallest = '';
    const ask = (): void => {
      if (asked !== 0) return;
      asked = requestAnimationFrame(() => {
        asked = 0;
        const { width, height } = camera.world();
        if (tallest !== `${width} ${height}`) {
          tallest = `${width} ${height}`;
          draw();
        }
        follow();
      });
    };
    ask();
    const stop = camera.subscribe(ask);
    return () => {
      stop();
      cancelAnimationFrame(asked);
    };
  }, [camera]);
  useEffect(() => follow(), [map]);

  const goTo = (event: React.PointerEvent<SVGSVGElement>): void => {
    if (!map) return;
    const box = event.currentTarget.getBoundingClientRect();
    const x = (event.clientX - box.left - 4) / map.scale;
    const y = (event.clientY - box.top - 2) / map.scale;
    const { width, height } = camera.frame();
    const z = camera.zoom();
    const to = { x: width / 2 - x * z, y: height / 2 - y * z };
    const now = camera.get();
    if (event.type === 'pointerdown') camera.centre({ left: x, right: x, top: y, bottom: y });
    else camera.pan(to.x - now.x, to.y - now.y);
  };

  return (
    <aside className={styles.minimap} aria-label="Size of the board">
      {map && (
        <div className={styles.map}>
          <svg
            width={map.width + 8}
            height={map.height + 6}
            viewBox={`-4 -2 ${map.width + 8} ${map.height + 6}`}
            aria-hidden="true"
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
              goTo(event);
            }}
            onPointerMove={(event) => {
              if (event.currentTarget.hasPointerCapture(event.pointerId)) goTo(event);
            }}
          >
            {map.zones.map(({ id, ...box }) => (
              <rect key={id} {...box} rx="1" className={styles.mapZone} />
            ))}
          </svg>
          <i ref={view} className={styles.mapView} />
        </div>
      )}
      <div className={styles.zoom}>
        <IconButton icon={Minus} label="Zoom out" title="Zoom out (−)" onClick={() => controls.zoom('out')} />
        <button
          type="button"
          className={styles.percent}
          title="Back to 100 % (0)"
          onClick={() => controls.zoom('actual')}
        >
          <span className="vh">Size of the board, </span>
          <span ref={percent}>{Math.round(camera.zoom() * 100)} %</span>
        </button>
        <IconButton icon={Plus} label="Zoom in" title="Zoom in (+)" onClick={() => controls.zoom('in')} />
        <IconButton
          icon={Maximize}
          label="See the whole board"
          title="The whole board (Shift+1)"
          onClick={controls.fitAll}
        />
      </div>
    </aside>
  );
};
