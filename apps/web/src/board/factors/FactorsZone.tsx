// Factors: conditions by what they are, the themes that people made of them, the events that they explain at the right, and
// the links between them.
import type { EventCard, Theme } from '@hearth/board/cards';
import { categoryNames } from '@hearth/board/cards';
import { isExplaining } from '@hearth/board/links';
import type { CardId, ThemeId } from '@hearth/review/ids';
import { counted } from '@hearth/review/time/words';
import { WandSparkles } from 'lucide-react';
import { memo, useMemo, useRef, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { classes } from '../../design/classes.ts';
import { Icon } from '../../design/Icon.tsx';
import { CardColumn } from '../cards/CardColumn.tsx';
import type { ZoneProps } from '../canvas-size.ts';
import { useCommands } from '../commands.tsx';
import { eventIcons } from '../event-kinds.ts';
import { focusCard } from '../focus.ts';
import { categoryOrder } from '../groups.ts';
import { headline } from '../relations.ts';
import { useCard, useLinks, useSession, useStructure, useThemes, useUi } from '../session.tsx';
import { timeWords } from '../timeline/time-entry.ts';
import { Zone } from '../Zone.tsx';
import { categoryIcons } from './category-icons.ts';
import { LinkLayer, SimilarLine, ThemeGroup } from './late-parts.ts';
import { mapLinks } from './map-links.ts';
import { themeBox } from './theme-box.ts';
import styles from './Factors.module.css';

/** Of fewer nothing is to be tidied. */
const fewest = 4;

export const FactorsZone = ({ here, question }: ZoneProps) => {
  const { canWrite } = useSession();
  const commands = useCommands();
  const factors = useStructure('factor', (card) => `${card.category}|${card.theme}|${card.rank}`);
  const questions = useStructure('question', (card) => card.rank);
  const events = useStructure('event', (card) => String(card.at));
  const themes = useThemes();
  const all = useLinks();
  const links = useMemo(() => all.filter(isExplaining), [all]);
  const map = useRef<HTMLDivElement>(null);
  const [folded, setFolded] = useState<ReadonlySet<ThemeId>>(new Set());

  const explained = useMemo(() => {
    const targets = new Set(links.map((link) => link.to));
    return events.filter((event) => targets.has(event.id)).toSorted(byTime);
  }, [events, links]);
  const byCategory = useMemo(
    () =>
      categoryOrder.map((category) => ({
        category,
        ids: factors.filter((card) => card.theme === null && card.category === category).map((card) => card.id),
      })),
    [factors],
  );
  const byTheme = useMemo(
    () =>
      themes.map((theme) => ({
        theme,
        ids: factors.filter((card) => card.theme === theme.id).map((card) => card.id),
      })),
    [factors, themes],
  );
  const shownLinks = useMemo(() => {
    const foldedInto = new Map<CardId, string>();
    for (const { id, theme } of factors) if (theme !== null && folded.has(theme)) foldedInto.set(id, themeBox(theme));
    return mapLinks(links, foldedInto);
  }, [links, factors, folded]);
  const allFolded = themes.every((theme) => folded.has(theme.id));
  const first = [...byCategory, ...byTheme].find(({ ids }) => ids.length > 0)?.ids[0] ?? questions[0]?.id ?? null;

  const group = ({ theme, ids }: { theme: Theme; ids: readonly CardId[] }) => (
    <ThemeGroup
      key={theme.id}
      theme={theme}
      ids={ids}
      first={first}
      folded={folded.has(theme.id)}
      onFold={(fold) =>
        setFolded((before) => {
          const after = new Set(before);
          if (fold) after.add(theme.id);
          else after.delete(theme.id);
          return after;
        })
      }
    />
  );

  return (
    <Zone
      zone="factors"
      here={here}
      question={question}
      meta={
        factors.length + questions.length > 0 &&
        [
          ...(factors.length > 0 ? [counted(factors.length, 'factor')] : []),
          ...(themes.length > 0 ? [counted(themes.length, 'theme')] : []),
          ...(questions.length > 0 ? [counted(questions.length, 'question')] : []),
        ].join(' · ')
      }
    >
      <div className={styles.body} data-cards>
        {factors.length === 0 && (
          <p className={styles.hint}>
            {canWrite
              ? 'Pick an event and ask why of the system: what made it possible, or harder to see?'
              : 'Nobody has named a factor yet.'}
          </p>
        )}
        {factors.length >= fewest && (canWrite || themes.length > 1) && (
          // Its height is the same with a suggestion and without: nothing below it moves when one comes.
          <div className={styles.bar}>
            {canWrite && <SimilarLine otherwise={tip} />}
            {themes.length > 1 && (
              <Button onClick={() => setFolded(allFolded ? new Set() : new Set(themes.map((theme) => theme.id)))}>
                {allFolded ? 'Open all themes' : 'Fold all themes'}
              </Button>
            )}
            {canWrite && (
              <Button icon={WandSparkles} onClick={commands.tidy} title="In the order of what they explain">
                Tidy
              </Button>
            )}
          </div>
        )}
        <div ref={map} className={styles.map}>
          {byCategory.map(({ category, ids }, column) => (
            // A theme stays in its column whatever the others hold, below its loose cards: the first nearest to what they explain.
            <div key={category} className={styles.stack}>
              <section aria-labelledby={`factors-${category}`}>
                <h3 id={`factors-${category}`}>
                  <Icon of={categoryIcons[category]} size="s" />
                  {categoryNames[category]}
                  {ids.length > 0 && <span className="meta">{ids.length}</span>}
                </h3>
                <CardColumn
                  group={`factor/${category}`}
                  label={`${categoryNames[category]} factors`}
                  ids={ids}
                  first={first}
                />
              </section>
              {byTheme.filter((_, place) => byCategory.length - 1 - (place % byCategory.length) === column).map(group)}
            </div>
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
          {shownLinks.length > 0 && (
            <LinkLayer map={map} links={shownLinks} factors={factors} explained={explained} themes={byTheme} />
          )}
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

/** Stands where a suggestion would, while there is none. */
const tip = (
  <p className={styles.tip}>
    Link: drag from a card’s right edge, or <kbd>L</kbd>. Group: <kbd>Shift</kbd> <kbd>G</kbd>. Ask why: <kbd>W</kbd>.
  </p>
);

const byTime = (a: EventCard, b: EventCard): number =>
  (a.at ?? Infinity) - (b.at ?? Infinity) || (a.id < b.id ? -1 : 1);

/** An event seen from the factors: pressing it shows it on the timeline. */
const Explained = memo(({ id }: { id: CardId }) => {
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
});
Explained.displayName = 'Explained';
