// What came out of the votes: places, most dots first. The order of the board can follow, in one step that can be taken back.
import type { FacilitationState } from '@hearth/review/facilitation/state';
import type { CardId, ParticipantId } from '@hearth/review/ids';
import { clock, counted } from '@hearth/review/time/words';
import { useState } from 'react';
import { useCommands } from '../board/commands.tsx';
import { cardsIn, groupsOf } from '../board/groups.ts';
import { headline } from '../board/relations.ts';
import { useSession, useStructure } from '../board/session.tsx';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { Field, Select } from '../design/Field.tsx';
import { useFacilitation } from '../facilitation/use-facilitation.ts';
import { byVotes, firstForward, ranking, type Ranked } from './ranking.ts';
import { kindVotedOn, namesWords } from './vote-words.ts';
import styles from './RankingDialog.module.css';

type Result = NonNullable<FacilitationState['results']>[number];

interface RankingDialogProps {
  /** The last one is shown first. */
  results: readonly Result[];
  onOpenCard: (id: CardId) => void;
  onClose: () => void;
}

const comeForward = 5;
/** More dots than these are told by their number alone. */
const mostPips = 12;

export const RankingDialog = ({ results, onOpenCard, onClose }: RankingDialogProps) => {
  const session = useSession();
  const [chosen, setChosen] = useState<number | null>(null);
  const [whoShown, setWhoShown] = useState(false);
  const result = results.find(({ id }) => id === chosen) ?? results.at(-1);
  const on = result?.on ?? 'factors';
  const cards = useStructure(kindVotedOn[on], (card) => card.text);
  if (!result) return null;
  const ranked = ranking(
    result.tallies,
    cards.map(({ id }) => id),
  );
  const without = cards.length - ranked.length;
  const known = ranked.some(({ by }) => by !== undefined);
  return (
    <Dialog title={`The ${on}, by votes`} width="wide" onClose={onClose}>
      {results.length > 1 && (
        <Field label="Which vote" quietLabel>
          <Select value={result.id} onChange={(event) => setChosen(Number(event.target.value))}>
            {results.toReversed().map(({ id, on: of, closedMs }) => (
              <option key={id} value={id}>
                {of === 'factors' ? 'Factors' : 'Learnings'}, {clock(closedMs, session.zone)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <p className={styles.about}>
        {result.voters === 0
          ? 'Nobody voted.'
          : `${counted(result.voters, 'person', 'people')} voted, ${namesWords(result.anonymous)}, with ${counted(result.dots, 'dot')} each.`}
      </p>
      {ranked.length === 0 ? (
        result.voters > 0 && <p>Nobody gave a dot to what is on the board now.</p>
      ) : (
        <ol className={styles.places} aria-label="Places">
          {ranked.map((one) => (
            <Place
              key={one.cardId}
              ranked={one}
              words={headline(session.view.card(one.cardId), 160)}
              who={whoShown}
              onOpen={() => {
                onClose();
                onOpenCard(one.cardId);
              }}
            />
          ))}
        </ol>
      )}
      {without > 0 && ranked.length > 0 && (
        <p className="small">{counted(without, 'other', 'others')} without a dot. That says nothing against them.</p>
      )}
      <div className={styles.acts}>
        {known && (
          <Button aria-pressed={whoShown} onClick={() => setWhoShown(!whoShown)}>
            Show who
          </Button>
        )}
        {session.canWrite && ranked.length > 0 && <Follow result={result} onDone={onClose} />}
      </div>
    </Dialog>
  );
};

interface PlaceProps {
  ranked: Ranked;
  words: string;
  who: boolean;
  onOpen: () => void;
}

const Place = ({ ranked: { place, shared, dots, by }, words, who, onOpen }: PlaceProps) => (
  <li className={styles.place}>
    <span className={styles.number}>
      {place}
      {shared && <span className="vh">, shared</span>}
    </span>
    <span className={styles.card}>
      <button type="button" dir="auto" onClick={onOpen} title="Show it on the board">
        {words}
      </button>
      {who && by && <Who by={by} />}
    </span>
    <span className={styles.dots}>
      <span className={styles.pips} aria-hidden="true">
        {Array.from({ length: Math.min(dots, mostPips) }, (_, at) => (
          <i key={at} />
        ))}
      </span>
      <strong>{dots}</strong>
      <span className="vh"> {dots === 1 ? 'dot' : 'dots'}</span>
    </span>
  </li>
);

const Who = ({ by }: { by: readonly ParticipantId[] }) => {
  const { view } = useFacilitation();
  const names = by.map((id) => view?.people.find((person) => person.participantId === id)?.name ?? 'Somebody');
  return <span className="small">{names.join(', ')}</span>;
};

/** The board in the order of the votes, as far as its lists allow: a factor stays in its category or theme. */
const Follow = ({ result, onDone }: { result: Result; onDone: () => void }) => {
  const { view } = useSession();
  const commands = useCommands();
  const dots = new Map(result.tallies.map((tally) => [tally.cardId, tally.dots]));
  const dotsOf = (id: CardId): number => dots.get(id) ?? 0;
  const kind = kindVotedOn[result.on];
  const lists = groupsOf(view)
    .filter((group) => group.kind === kind)
    .map(({ key }) => cardsIn(view, key).map((card) => card.id));
  const reorder = (order: (ids: readonly CardId[]) => CardId[], words: string): void => {
    commands.reorder(
      lists.map(order),
      (moved) => `${words}: ${counted(moved, result.on === 'factors' ? 'factor' : 'learning')} moved.`,
      'They stand in this order already.',
    );
    onDone();
  };
  const single = lists.length === 1;
  return (
    <>
      {/* Of fewer it would be the same order. */}
      {single && lists[0] && lists[0].filter((id) => dotsOf(id) > 0).length > comeForward && (
        <Button
          look="line"
          onClick={() => reorder((ids) => firstForward(ids, dotsOf, comeForward), 'The first five are in front')}
        >
          Put the first five forward
        </Button>
      )}
      <Button look="line" onClick={() => reorder((ids) => byVotes(ids, dotsOf), 'Ordered by votes')}>
        {single ? `Order the ${result.on} by votes` : `Order the ${result.on} of each list by votes`}
      </Button>
    </>
  );
};
