// The curves of the links, drawn under the cards; lit ones say what they mean.
import { meaningNames, type EventCard, type FactorCard, type Link } from '@hearth/board/cards';
import type { LinkId } from '@hearth/review/ids';
import { useEffect, useEffectEvent, useId, useState, type RefObject } from 'react';
import { classes } from '../../design/classes.ts';
import { useCanvasSize } from '../canvas-size.ts';
import { useUi } from '../session.tsx';
import { routeLinks, type Box, type Route } from './link-route.ts';
import styles from './Factors.module.css';

interface LinkLayerProps {
  map: RefObject<HTMLDivElement | null>;
  links: readonly Link[];
  /** What stands in the map: a new array means that cards have moved. */
  factors: readonly FactorCard[];
  explained: readonly EventCard[];
}

interface Drawing {
  width: number;
  height: number;
  routes: ReadonlyMap<LinkId, Route>;
}

const boxSelector = '[data-card-id], [data-echo-id]';

export const LinkLayer = ({ map, links, factors, explained }: LinkLayerProps) => {
  const { zoom } = useCanvasSize();
  const lit = useUi((ui) => ui.lit.links);
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const arrow = useId();

  const measure = useEffectEvent(() => {
    const element = map.current;
    if (!element) return;
    const origin = element.getBoundingClientRect();
    const boxes = new Map<string, Box>();
    for (const box of element.querySelectorAll<HTMLElement>(boxSelector)) {
      const rect = box.getBoundingClientRect();
      const id = box.dataset['cardId'] ?? box.dataset['echoId'] ?? '';
      boxes.set(id, {
        x: (rect.left - origin.left) / zoom,
        y: (rect.top - origin.top) / zoom,
        width: rect.width / zoom,
        height: rect.height / zoom,
      });
    }
    setDrawing({ width: origin.width / zoom, height: origin.height / zoom, routes: routeLinks(links, boxes) });
  });

  useEffect(() => {
    const element = map.current;
    if (!element) return;
    measure();
    // Cards grow while somebody writes in them: the curves follow, once a frame.
    let asked = 0;
    const observer = new ResizeObserver(() => {
      cancelAnimationFrame(asked);
      asked = requestAnimationFrame(measure);
    });
    observer.observe(element);
    for (const box of element.querySelectorAll(boxSelector)) observer.observe(box);
    return () => {
      cancelAnimationFrame(asked);
      observer.disconnect();
    };
  }, [map, links, factors, explained, zoom]);

  if (!drawing) return null;
  const shown = links.flatMap((link) => {
    const route = drawing.routes.get(link.id);
    return route ? [{ link, route, hot: lit.has(link.id) }] : [];
  });
  return (
    <>
      <svg className={styles.links} aria-hidden="true" viewBox={`0 0 ${drawing.width} ${drawing.height}`}>
        <defs>
          {['', styles.hot].map((look, index) => (
            <marker
              key={index}
              id={`${arrow}${index}`}
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth={8 + index}
              markerHeight={8 + index}
              markerUnits="userSpaceOnUse"
              orient="auto"
            >
              <path className={classes(styles.arrow, look)} d="M0 .5 8 4 0 7.5z" />
            </marker>
          ))}
        </defs>
        {shown
          .toSorted((a, b) => Number(a.hot) - Number(b.hot))
          .map(({ link, route, hot }) => (
            <path
              key={link.id}
              className={classes(styles.link, hot && styles.hot)}
              d={route.path}
              markerEnd={`url(#${arrow}${hot ? 1 : 0})`}
            />
          ))}
      </svg>
      {shown
        .filter(({ hot }) => hot)
        .map(({ link, route }) => (
          <span
            key={link.id}
            className={classes(styles.meaning, route.level && styles.level)}
            aria-hidden="true"
            style={{ left: route.label.x, top: route.label.y }}
          >
            {meaningNames[link.meaning]}
          </span>
        ))}
    </>
  );
};
