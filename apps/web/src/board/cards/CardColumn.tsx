// A group of cards in their order, with the place where the next one begins.
import type { CardId } from '@hearth/review/ids';
import { Plus } from 'lucide-react';
import { Fragment, memo, useRef, type ReactNode } from 'react';
import { classes } from '../../design/classes.ts';
import { Icon } from '../../design/Icon.tsx';
import { useCommands } from '../commands.tsx';
import { Composer } from '../compose/Composer.tsx';
import { composerWords } from '../compose/composer-words.ts';
import type { GroupKey } from '../groups.ts';
import { visitorWords } from '../presence.ts';
import { focusAfterComposer } from '../focus.ts';
import { useSession, useUi, useWriters } from '../session.tsx';
import { CardOnBoard } from './CardOnBoard.tsx';
import { useCardList, type Flow } from './use-card-list.ts';
import styles from './CardColumn.module.css';

interface CardColumnProps {
  group: GroupKey;
  /** Name of the list for those who hear it. */
  label: string;
  ids: readonly CardId[];
  /** The first card of the zone, where the Tab key comes in. */
  first: CardId | null;
  flow?: Flow;
  className?: string | undefined;
  /** Shown above the button for as long as the group is empty. */
  empty?: ReactNode;
  /** The button that adds stands elsewhere: here is only the open composer. */
  addElsewhere?: boolean;
}

const Column = ({
  group,
  label,
  ids,
  first,
  flow = 'column',
  className,
  empty,
  addElsewhere = false,
}: CardColumnProps) => {
  const drop = useUi((ui) => (ui.drop?.group === group ? (ui.drop.before ?? 'last') : null));
  const slot = <li className={styles.slot} aria-hidden="true" />;
  const root = useRef<HTMLDivElement>(null);
  const { runs, measure } = useCardList(root, ids, flow, first);
  return (
    <div ref={root} className={classes(styles.column, styles[flow], className)} data-group={group} data-flow={flow}>
      {ids.length === 0 && empty}
      <ul className={styles.cards} aria-label={label}>
        {runs.flatMap((run) =>
          run.kind === 'gap' ? (
            <li key={run.key} className={styles.gap} style={{ height: run.height }} aria-hidden="true" />
          ) : (
            run.ids.map((id) => (
              <Fragment key={id}>
                {drop === id && slot}
                <li ref={measure} className={styles.item} data-item={id}>
                  <CardOnBoard id={id} first={id === first} />
                </li>
              </Fragment>
            ))
          ),
        )}
        {drop === 'last' && slot}
      </ul>
      <AddHere group={group} elsewhere={addElsewhere} />
    </div>
  );
};

/** Rendered anew only where its cards come, go or change places: not whenever somebody writes in the zone. */
export const CardColumn = memo(
  Column,
  (before, after) =>
    before.ids.length === after.ids.length &&
    before.ids.every((id, at) => id === after.ids[at]) &&
    (after.ids.length > 0 || before.empty === after.empty) &&
    compared.every((key) => before[key] === after[key]),
);
CardColumn.displayName = 'CardColumn';

const compared = [
  'group',
  'label',
  'first',
  'flow',
  'className',
  'addElsewhere',
] as const satisfies readonly (keyof CardColumnProps)[];

interface AddHereProps {
  group: GroupKey;
  /** The button that opens the composer stands elsewhere. */
  elsewhere?: boolean;
  /** The composer stands here before it is asked for. */
  open?: boolean;
}

/** The open composer of a group, or the quiet button that opens it; and who else is writing there. */
export const AddHere = ({ group, elsewhere = false, open = false }: AddHereProps) => {
  const session = useSession();
  const commands = useCommands();
  const composing = useUi((ui) => (ui.composing?.group === group ? ui.composing : null));
  const writers = useWriters(group);
  return (
    <>
      {writers.length > 0 && (
        <p className={styles.pending}>
          <span className={styles.dots} aria-hidden="true" />
          {visitorWords(writers)}
        </p>
      )}
      {session.canWrite &&
        (composing || open ? (
          <Composer
            key={`${group} ${composing?.time ?? ''}`}
            group={group}
            time={composing?.time}
            resident={!composing}
            onTaken={() => commands.compose(group)}
            onClose={(how) => {
              session.ui.set({ composing: null });
              if (how === 'keys') focusAfterComposer(group, session.ui.get().selected);
            }}
          />
        ) : (
          !elsewhere && (
            <button type="button" className={styles.add} data-add={group} onClick={() => commands.compose(group)}>
              <Icon of={Plus} size="s" />
              {composerWords(group).add}
            </button>
          )
        ))}
    </>
  );
};
