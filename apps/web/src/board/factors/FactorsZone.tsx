// Factors: conditions by what they are, the events that they explain at the right, and the links between them.
import type { EventCard } from '@hearth/board/cards';
import { categoryNames } from '@hearth/board/cards';
import type { CardId } from '@hearth/review/ids';
import { counted } from '@hearth/review/time/words';
import { useMemo, useRef } from 'react';
import { Icon } from '../../design/Icon.tsx';
import { CardColumn } from '../cards/CardColumn.tsx';
import type { ZoneProps } from '../canvas-size.ts';
import { eventIcons } from '../event-kinds.ts';
import { focusCard } from '../focus.ts';
import { categoryOrder } from '../groups.ts';
import { headline } from '../relations.ts';
import { useCard, useLinks, useSession, useStructure, useUi } from '../session.tsx';
import { timeWords } from '../timeline/time-entry.ts';
import { Zone } from '../Zone.tsx';
import { classes } from '../../design/classes.ts';
import { LinkLayer } from './LinkLayer.tsx';
import styles from './Factors.module.css';

export const FactorsZone = ({ here, question }: ZoneProps) => {
  const factors = useStructure('factor', (card) => `${card.category}|${card.rank}`);
  const questions = useStructure('question', (card) => card.rank);
  const events = useStructure('event', (card) => String(card.at));
  const links = useLinks();
  const map = useRef<HTMLDivElement>(null);

  const explained = useMemo(() => {
    const targets = new Set(links.map((link) => link.to));
    return events.filter((event) => targets.has(event.id)).toSorted(byTime);
  }, [events, links]);
  const byCategory = useMemo(
    () =>
      categoryOrder.map((category) => ({
        category,
        ids: factors.filter((card) => card.category === category).map((card) => card.id),
      })),
    [factors],
  );
  const first = byCategory.find(({ ids }) => ids.length > 0)?.ids[0] ?? questions[0]?.id ?? null;

  return (
    <Zone
      zone="factors"
      here={here}
      question={question}
      meta={
        factors.length + questions.length > 0 &&
        [
          ...(factors.length > 0 ? [counted(factors.length, 'factor')] : []),
          ...(questions.length > 0 ? [counted(questions.length, 'question')] : []),
        ].join(' · ')
      }
    >
      <div className={styles.body} data-cards>
        {factors.length === 0 && (
          <p className={styles.hint}>
            Pick an event and ask why of the system: what made it possible, or harder to see?
          </p>
        )}
        <div ref={map} className={styles.map}>
          {byCategory.map(({ category, ids }) => (
            <section key={category} aria-labelledby={`factors-${category}`}>
              <h3 id={`factors-${category}`}>{categoryNames[category]}</h3>
              <CardColumn
                group={`factor/${category}`}
                label={`${categoryNames[category]} factors`}
                ids={ids}
                first={first}
              />
            </section>
          ))}
          <section aria-labelledby="factors-events">
            <h3 id="factors-events">What they explain</h3>
            {explained.length === 0 ? (
              <p className="meta">Link a factor to the event that it explains.</p>
            ) : (
              <ul className={styles.events}>
                {explained.map((event) => (
                  <li key={event.id}>
                    <Explained id={event.id} />
                  </li>
                ))}
              </ul>
            )}
          </section>
          <LinkLayer map={map} links={links} factors={factors} explained={explained} />
        </div>
        <section className={styles.questions} aria-labelledby="factors-questions">
          <h3 id="factors-questions">Questions</h3>
          <CardColumn
            group="question"
            label="Questions"
            ids={questions.map((card) => card.id)}
            first={first}
            flow="wrap"
          />
        </section>
      </div>
    </Zone>
  );
};

const byTime = (a: EventCard, b: EventCard): number =>
  (a.at ?? Infinity) - (b.at ?? Infinity) || (a.id < b.id ? -1 : 1);

/** An event seen from the factors: pressing it shows it on the timeline. */
const Explained = ({ id }: { id: CardId }) => {
  const { zone, anchorMs } = useSession();
  const card = useCard(id);
  const lit = useUi((ui) => ui.lit.cards.has(id));
  const selected = useUi((ui) => ui.selected === id);
  if (card?.kind !== 'event') return null;
  return (
    <button
      type="button"
      data-echo-id={id}
      className={classes(styles.event, lit && styles.lit, selected && styles.selected)}
      title="Show on the timeline"
      onClick={() => focusCard(id)}
    >
      <b>
        <Icon of={eventIcons[card.eventKind]} size="s" />
        {timeWords(card, anchorMs(), zone)}
      </b>
      {headline(card)}
    </button>
  );
};
