// The curves of the links, drawn under the cards; lit ones say what they mean, and there it can be changed.
import { meaningNames, type EventCard, type FactorCard } from '@hearth/board/cards';
import { Unlink } from 'lucide-react';
import { useEffect, useEffectEvent, useId, useState, type RefObject } from 'react';
import { classes } from '../../design/classes.ts';
import { Menu } from '../../design/Menu.tsx';
import { useCanvas } from '../canvas/lens.ts';
import { useViewport } from '../canvas/viewport.ts';
import { useCommands } from '../commands.tsx';
import { focusCard } from '../focus.ts';
import { headline } from '../relations.ts';
import { useSession, useUi } from '../session.tsx';
import { routeLinks, type Box, type Route } from './link-route.ts';
import type { MapLink } from './map-links.ts';
import { meaningItems } from './meaning-items.ts';
import styles from './Factors.module.css';

export interface LinkLayerProps {
  map: RefObject<HTMLDivElement | null>;
  links: readonly MapLink[];
  /** What stands in the map: a new array means that cards have moved. */
  factors: readonly FactorCard[];
  explained: readonly EventCard[];
  themes: readonly unknown[];
}

interface Drawing {
  width: number;
  height: number;
  routes: ReadonlyMap<string, Route>;
}

const manyLinks = 60;
const calmMs = 180;
/** Cards, what stands for them, and what else a link goes round: heads of themes, buttons that add. */
const boxSelector = '[data-card-id], [data-echo-id], [data-add]';

export const LinkLayer = ({ map, links, factors, explained, themes }: LinkLayerProps) => {
  const canvas = useCanvas();
  const seen = useViewport(map);
  const lit = useUi((ui) => ui.lit.links);
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const arrow = useId();

  const measure = useEffectEvent(() => {
    const element = map.current;
    if (!element) return;
    const zoom = canvas?.lens.zoom() ?? 1;
    const origin = element.getBoundingClientRect();
    const boxes = new Map<string, Box>();
    // Cards that are far from the view are not mounted: their lists know where they stand.
    for (const [holder, cards] of canvas?.places.holders() ?? []) {
      if (!element.contains(holder)) continue;
      const at = holder.getBoundingClientRect();
      const [x, y] = [(at.left - origin.left) / zoom, (at.top - origin.top) / zoom];
      for (const card of cards)
        boxes.set(card.id, {
          x: x + card.left,
          y: y + card.top,
          width: card.right - card.left,
          height: card.bottom - card.top,
        });
    }
    for (const box of element.querySelectorAll<HTMLElement>(boxSelector)) {
      const rect = box.getBoundingClientRect();
      const id = box.dataset['cardId'] ?? box.dataset['echoId'] ?? `add ${box.dataset['add']}`;
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
    // Cards grow while somebody writes in them: the curves follow, once a frame. Many of them wait until it is calm: else a pan
    // over cards that are drawn for the first time would find the ways of all links again and again.
    let asked = 0;
    let calm: ReturnType<typeof setTimeout> | undefined;
    const later = (): void => {
      clearTimeout(calm);
      cancelAnimationFrame(asked);
      if (links.length > manyLinks) calm = setTimeout(measure, calmMs);
      else asked = requestAnimationFrame(measure);
    };
    const observer = new ResizeObserver(later);
    const stop = canvas?.places.subscribe(later);
    observer.observe(element);
    for (const box of element.querySelectorAll(boxSelector)) observer.observe(box);
    return () => {
      clearTimeout(calm);
      cancelAnimationFrame(asked);
      stop?.();
      observer.disconnect();
    };
  }, [canvas, map, links, factors, explained, themes]);

  if (!drawing) return null;
  const shown = links.flatMap((link) => {
    const route = drawing.routes.get(link.id);
    const unseen = route && seen !== null && (route.bottom < seen.top || route.top > seen.bottom);
    return route && !unseen ? [{ link, route, hot: link.links.some((id) => lit.has(id)) }] : [];
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
              className={classes(styles.link, hot && styles.hot, link.links.length > 1 && styles.bundle)}
              d={route.path}
              markerEnd={`url(#${arrow}${hot ? 1 : 0})`}
            />
          ))}
      </svg>
      {shown
        .filter(({ hot }) => hot)
        .map(({ link, route }) => (
          <Meaning key={link.id} link={link} route={route} />
        ))}
    </>
  );
};

/** What a link means, on the link: the way to change it and to take it away. */
const Meaning = ({ link, route }: { link: MapLink; route: Route }) => {
  const { canWrite, view } = useSession();
  const commands = useCommands();
  const [only, ...more] = link.links;
  const known = view.links().find((one) => one.id === only);
  const look = {
    className: classes(styles.meaning, route.level && styles.level),
    style: { left: route.label.x, top: route.label.y },
  };
  const words = meaningNames[link.meaning];
  if (!canWrite || !known || more.length > 0)
    return (
      <span aria-hidden="true" {...look}>
        {words}
        {more.length > 0 && ` × ${link.links.length}`}
      </span>
    );
  return (
    <Menu
      label="What the link means"
      heading={`${headline(view.card(known.from), 40)}…`}
      items={[
        ...meaningItems(known.meaning, (meaning) => commands.changeMeaning(known.id, meaning)),
        {
          id: 'remove',
          label: 'Remove the link',
          icon: Unlink,
          apart: true,
          onSelect: () => {
            commands.unlink(known.id);
            focusCard(known.from);
          },
        },
      ]}
    >
      {(trigger) => (
        <button
          type="button"
          {...trigger}
          {...look}
          aria-label={`${headline(view.card(known.from), 60)} ${words} ${headline(view.card(known.to), 60)}: change the link`}
        >
          {words}
        </button>
      )}
    </Menu>
  );
};
