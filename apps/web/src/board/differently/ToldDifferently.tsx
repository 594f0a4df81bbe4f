// Accounts that differ, side by side, with the tie between them: those to talk about first. Nothing of them is merged.
import type { Card } from '@hearth/board/cards';
import { facetNames } from '@hearth/board/cards';
import type { Disagreement } from '@hearth/board/differently';
import { counted } from '@hearth/review/time/words';
import { Check, EqualNot, RotateCcw } from 'lucide-react';
import { useRef, useSyncExternalStore } from 'react';
import { Button } from '../../design/Button.tsx';
import { classes } from '../../design/classes.ts';
import { Icon } from '../../design/Icon.tsx';
import { kinds } from '../../design/kinds.ts';
import { useCommands } from '../commands.tsx';
import { focusCard } from '../focus.ts';
import { headline } from '../relations.ts';
import { useSession } from '../session.tsx';
import { timeWords } from '../timeline/time-entry.ts';
import { disagreementsIn, tellerOf } from './accounts.ts';
import styles from './Differently.module.css';

/** Shown where perspectives are; nothing where all tell the same. */
export const ToldDifferently = () => {
  const told = useDisagreements();
  if (told.length === 0) return null;
  const waiting = told.filter(({ discussed }) => !discussed);
  const done = told.filter(({ discussed }) => discussed);
  return (
    <section className={styles.told} aria-labelledby="told-differently">
      <h3 id="told-differently">
        <Icon of={EqualNot} /> Told differently
        <span className="meta">{waiting.length === 0 ? 'all talked about' : `${waiting.length} to talk about`}</span>
      </h3>
      {waiting.length > 0 && <Pairs told={waiting} />}
      {done.length > 0 && (
        <details className={styles.done}>
          <summary>{counted(done.length, 'pair')} talked about, kept as they are</summary>
          <Pairs told={done} />
        </details>
      )}
    </section>
  );
};

/** The same array until one of the accounts changes. */
const useDisagreements = (): readonly Disagreement[] => {
  const { view } = useSession();
  const kept = useRef<{ links: unknown; events: unknown; perspectives: unknown; told: readonly Disagreement[] }>(null);
  return useSyncExternalStore(view.subscribe, () => {
    const [links, events, perspectives] = [view.links(), view.list('event'), view.list('perspective')];
    const known = kept.current;
    if (known?.links === links && known.events === events && known.perspectives === perspectives) return known.told;
    const told = disagreementsIn(view);
    kept.current = { links, events, perspectives, told: told.length === 0 ? nothing : told };
    return kept.current.told;
  });
};
const nothing: readonly Disagreement[] = [];

const Pairs = ({ told }: { told: readonly Disagreement[] }) => {
  const { view, canWrite } = useSession();
  const commands = useCommands();
  return (
    <ul className={styles.pairs}>
      {told.map(({ link, about, account, discussed }) => (
        <li key={link.id} className={styles.pair} data-tie={link.id}>
          <Account card={about} />
          <p className={styles.tie}>
            <span className={styles.mark}>
              <Icon of={EqualNot} size="s" />
            </span>
            <span className={styles.teller}>{tellerOf(account, view)} saw it differently</span>
          </p>
          <Account card={account} />
          {canWrite && (
            <Button
              icon={discussed ? RotateCcw : Check}
              className={styles.talked}
              onClick={() => commands.markDiscussed(link.id, !discussed)}
            >
              {discussed ? 'Talk again' : 'Talked about'}
              <span className="vh">: {headline(about, 60)}</span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
};

/** A card's echo: pressing it goes to the card. */
const Account = ({ card }: { card: Card }) => {
  const { view, zone, anchorMs } = useSession();
  const head =
    card.kind === 'event'
      ? timeWords(card, anchorMs(), zone)
      : `${tellerOf(card, view)}${card.kind === 'perspective' ? `, ${facetNames[card.facet].toLowerCase()}` : ''}`;
  return (
    <button
      type="button"
      className={classes(styles.account, kinds[card.kind].className)}
      title="Show where it stands"
      onClick={() => focusCard(card.id)}
    >
      <b>{head}</b>
      <span dir="auto">{headline(card, 280)}</span>
    </button>
  );
};
