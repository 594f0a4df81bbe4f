// A small map of the board, and its size. Pressing a place in the map goes there.
import { Maximize, Minus, Plus } from 'lucide-react';
import { useEffect, useEffectEvent, useState, type RefObject } from 'react';
import { IconButton } from '../../design/Button.tsx';
import { boardZones } from '../groups.ts';
import { zoneId } from '../Zone.tsx';
import type { ZoomStep } from './zoom.ts';
import styles from './Canvas.module.css';

interface MinimapProps {
  scroller: RefObject<HTMLDivElement | null>;
  world: RefObject<HTMLDivElement | null>;
  zoom: number;
  onZoom: (step: ZoomStep) => void;
}

interface MapState {
  zones: { id: string; x: number; y: number; width: number; height: number }[];
  view: { x: number; y: number; width: number; height: number };
  width: number;
}

const widthPx = 132;
const tallestPx = 96;

export const Minimap = ({ scroller, world, zoom, onZoom }: MinimapProps) => {
  const [map, setMap] = useState<MapState | null>(null);

  const draw = useEffectEvent(() => {
    const element = scroller.current;
    const whole = world.current;
    if (!element || !whole) return;
    const origin = whole.getBoundingClientRect();
    if (origin.height === 0) return;
    const scale = Math.min(widthPx / origin.width, tallestPx / origin.height);
    const frame = element.getBoundingClientRect();
    setMap({
      width: origin.width * scale,
      zones: boardZones.flatMap((zone) => {
        const rect = document.getElementById(zoneId(zone))?.getBoundingClientRect();
        if (!rect) return [];
        return {
          id: zone,
          x: (rect.left - origin.left) * scale,
          y: (rect.top - origin.top) * scale,
          width: rect.width * scale,
          height: rect.height * scale,
        };
      }),
      view: {
        x: Math.max(0, (frame.left - origin.left) * scale),
        y: Math.max(0, (frame.top - origin.top) * scale),
        width: Math.min(element.clientWidth, origin.width) * scale,
        height: Math.min(element.clientHeight, origin.height) * scale,
      },
    });
  });

  useEffect(() => {
    const element = scroller.current;
    const whole = world.current;
    if (!element || !whole) return;
    let asked = 0;
    const ask = (): void => {
      cancelAnimationFrame(asked);
      asked = requestAnimationFrame(draw);
    };
    ask();
    const observer = new ResizeObserver(ask);
    observer.observe(element);
    observer.observe(whole);
    element.addEventListener('scroll', ask, { passive: true });
    return () => {
      cancelAnimationFrame(asked);
      observer.disconnect();
      element.removeEventListener('scroll', ask);
    };
  }, [scroller, world, zoom]);

  const goTo = (event: React.PointerEvent<SVGSVGElement>): void => {
    const element = scroller.current;
    const whole = world.current;
    if (!element || !whole || !map) return;
    const box = event.currentTarget.getBoundingClientRect();
    const origin = whole.getBoundingClientRect();
    const scale = Math.min(widthPx / origin.width, tallestPx / origin.height);
    element.scrollTo({
      left: (event.clientX - box.left) / scale - element.clientWidth / 2,
      top: (event.clientY - box.top) / scale - element.clientHeight / 2,
    });
  };

  const height = map ? Math.max(...map.zones.map((zone) => zone.y + zone.height), 20) + 4 : 20;
  return (
    <aside className={styles.minimap} aria-label="Size of the board">
      {map && (
        <svg
          className={styles.map}
          width={map.width + 8}
          height={height}
          viewBox={`-4 0 ${map.width + 8} ${height}`}
          aria-hidden="true"
          onPointerDown={goTo}
        >
          {map.zones.map(({ id, ...box }) => (
            <rect key={id} {...box} rx="1" className={styles.mapZone} />
          ))}
          <rect {...map.view} className={styles.mapView} />
        </svg>
      )}
      <div className={styles.zoom}>
        <IconButton icon={Minus} label="Zoom out" title="Zoom out (−)" onClick={() => onZoom('out')} />
        <button type="button" className={styles.percent} title="Back to 100 % (0)" onClick={() => onZoom('actual')}>
          <span className="vh">Size of the board, </span>
          {Math.round(zoom * 100)} %
        </button>
        <IconButton icon={Plus} label="Zoom in" title="Zoom in (+)" onClick={() => onZoom('in')} />
        <IconButton icon={Maximize} label="See as much as possible" onClick={() => onZoom('whole')} />
      </div>
    </aside>
  );
};
