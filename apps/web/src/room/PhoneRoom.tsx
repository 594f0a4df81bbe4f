// The room on a phone: not a shrunken canvas. The stage and its question stay on top, the composer at the bottom.
import type { Person as FacilitationPerson } from '@hearth/protocol/facilitation';
import type { ReviewDetail } from '@hearth/protocol/http/reviews';
import type { CardId, ReviewId } from '@hearth/review/ids';
import { permission } from '@hearth/review/permission';
import { roleNames } from '@hearth/review/roles';
import type { Zone as StageZone } from '@hearth/review/templates/template';
import { counted } from '@hearth/review/time/words';
import { boardZones, type BoardZone } from '@hearth/board/zones';
import { BookOpenText, Clock, LayoutDashboard, Users, type LucideIcon } from 'lucide-react';
import { useCallback, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { boardZoneOf } from '../board/default-group.ts';
import { cardsIn, groupsOf } from '../board/groups.ts';
import { OutlineBar } from '../board/outline/OutlineBar.tsx';
import { OutlineList } from '../board/outline/OutlineList.tsx';
import { OutlineZone } from '../board/outline/OutlineZone.tsx';
import { useOutlineView } from '../board/outline/outline-view.ts';
import { useRevealing } from '../board/outline/use-revealing.ts';
import { useSession } from '../board/session.tsx';
import { Person } from '../design/Avatar.tsx';
import { Button } from '../design/Button.tsx';
import { Icon } from '../design/Icon.tsx';
import { useRootMark } from '../design/root-mark.ts';
import { PhoneStage } from '../facilitation/PhoneStage.tsx';
import { useFacilitation } from '../facilitation/use-facilitation.ts';
import type { Following } from '../follow/use-following.ts';
import type { LiveStatus } from '../live/status.ts';
import { StageDeck } from '../prompts/late-parts.ts';
import { MeetingSheets } from '../opening/late-parts.ts';
import { useKeyboardInset } from './keyboard-inset.ts';
import { ActionProposals } from './late-panels.tsx';
import { PhoneComposer } from './PhoneComposer.tsx';
import { PhoneSelection } from './PhoneSelection.tsx';
import { TopBar, type NotTaken, type TopBarDialog } from './TopBar.tsx';
import styles from './PhoneRoom.module.css';

const tabs = ['now', 'board', 'narrative', 'people'] as const;
export type PhoneTab = (typeof tabs)[number];
const tabLooks: Record<PhoneTab, { name: string; icon: LucideIcon }> = {
  now: { name: 'Now', icon: Clock },
  board: { name: 'Board', icon: LayoutDashboard },
  narrative: { name: 'Narrative', icon: BookOpenText },
  people: { name: 'People', icon: Users },
};

export interface PhoneRoomProps {
  review: ReviewDetail;
  status: LiveStatus;
  notTaken: NotTaken;
  notices: ReactNode;
  onFind: () => void;
  onCommands: () => void;
  dialog: TopBarDialog | null;
  onDialog: (dialog: TopBarDialog | null) => void;
  following: Following;
  stageZone: StageZone | null;
  tab: PhoneTab;
  onTab: (tab: PhoneTab) => void;
  onOpenCard: (id: CardId) => void;
  narrative: ReactNode;
}

export const PhoneRoom = ({
  review,
  status,
  notTaken,
  notices,
  onFind,
  onCommands,
  dialog,
  onDialog,
  following,
  stageZone,
  tab,
  onTab,
  onOpenCard,
  narrative,
}: PhoneRoomProps) => {
  const { canWrite, locked } = useSession();
  const { role, view: meeting } = useFacilitation();
  useRootMark('data-phone-room', '');
  const foot = useFootHeight();
  // After the end: what came of it.
  const zone = meeting?.state.status === 'ended' ? 'learnings' : boardZoneOf(stageZone);
  const lists = tab === 'board' || tab === 'now';
  const selecting = useOutlineView((view) => view.selecting);
  useKeyboardInset();
  useRevealing();
  const mayAdd = zone === null || !locked.has(zone);
  const writes = canWrite && (tab === 'board' || (tab === 'now' && stageZone !== 'narrative' && mayAdd));
  return (
    <div className={styles.phone}>
      <TopBar
        review={review}
        status={status}
        notTaken={notTaken}
        onHelp={() => undefined}
        onFind={onFind}
        onCommands={onCommands}
        dialog={dialog}
        onDialog={onDialog}
        following={following}
        small
      />
      <PhoneStage brief={tab !== 'now'} />
      <main className={styles.list} data-tab={tab} data-cards data-board data-outline aria-label={tabLooks[tab].name}>
        {notices}
        <MeetingSheets review={review} inline />
        {tab === 'now' && <Now stageZone={stageZone} zone={zone} onNarrative={() => onTab('narrative')} />}
        {tab === 'board' && (
          <>
            <OutlineBar />
            {boardZones.map((one) => (
              <OutlineZone key={one} zone={one} look="cards" composers={false} />
            ))}
          </>
        )}
        {(tab === 'board' || (tab === 'now' && zone === 'learnings')) && (
          <ToConfirm reviewId={review.id} onOpenCard={onOpenCard} />
        )}
        {tab === 'narrative' && narrative}
        {tab === 'people' && <People following={following} />}
        {role === 'observer' && tab !== 'people' && (
          <p className={styles.observing}>You are observing: nothing here can be changed.</p>
        )}
      </main>
      <footer ref={foot} className={styles.foot}>
        {selecting && lists ? (
          <PhoneSelection />
        ) : (
          writes && <PhoneComposer key={zone ?? 'board'} zone={zone} anyZone={tab === 'board' || zone === null} />
        )}
        <nav className={styles.tabs} aria-label="Room">
          {tabs.map((one) => (
            <button key={one} type="button" aria-current={one === tab ? 'page' : undefined} onClick={() => onTab(one)}>
              <Icon of={tabLooks[one].icon} size="l" />
              {tabLooks[one].name}
            </button>
          ))}
        </nav>
      </footer>
    </div>
  );
};

/** Tells messages at the lower edge how high the foot is just now: with the keyboard open the composer grows. */
const useFootHeight = () =>
  useCallback((foot: HTMLElement | null) => {
    if (foot === null) return;
    const root = document.documentElement.style;
    const watcher = new ResizeObserver(() => root.setProperty('--foot', `${foot.offsetHeight}px`));
    watcher.observe(foot);
    return () => {
      watcher.disconnect();
      root.removeProperty('--foot');
    };
  }, []);

/** What was found in the writing, for those who decide about it and those who read along. */
const ToConfirm = ({ reviewId, onOpenCard }: { reviewId: ReviewId; onOpenCard: (id: CardId) => void }) => {
  const { view, zone } = useSession();
  const { role } = useFacilitation();
  return (
    <section className={styles.found} aria-labelledby="phone-found">
      <h2 id="phone-found">To confirm</h2>
      <ActionProposals
        reviewId={reviewId}
        canDecide={permission(role, 'action-items.decide').allowed}
        view={view}
        zone={zone}
        onOpenCard={onOpenCard}
      />
    </section>
  );
};

interface NowProps {
  stageZone: StageZone | null;
  zone: BoardZone | null;
  onNarrative: () => void;
}

const Now = ({ stageZone, zone, onNarrative }: NowProps) => {
  const { view } = useFacilitation();
  const mine = useMine(zone);
  const stage = view?.state.stages[view.state.stageIndex];
  if (stageZone === 'narrative')
    return (
      <section className={styles.ask}>
        <p>The room writes the narrative.</p>
        <button type="button" onClick={onNarrative}>
          Open it
        </button>
      </section>
    );
  if (zone === null) return <StageDeck stage={stage ?? null} />;
  const zones = zone === 'learnings' ? (['learnings', 'actions'] as const) : ([zone] as const);
  return (
    <>
      {mine.size > 0 && <Mine ids={mine} />}
      {zones.map((one) => (
        <OutlineZone key={one} zone={one} look="cards" composers={false} without={mine} />
      ))}
      {view?.state.status !== 'ended' && <StageDeck stage={stage ?? null} brief />}
    </>
  );
};

/** What I wrote stands first. Events and perspectives stay in their order: a moment alone tells little. */
const useMine = (zone: BoardZone | null): ReadonlySet<CardId> => {
  const { view, by } = useSession();
  const listed = zone === 'factors' || zone === 'learnings' || zone === 'actions';
  const ids = useSyncExternalStore(view.subscribe, () => {
    const me = by().author?.id ?? null;
    if (!listed || me === null) return '';
    const zones: readonly BoardZone[] = zone === 'learnings' ? ['learnings', 'actions'] : [zone];
    return groupsOf(view)
      .filter((group) => zones.includes(group.zone))
      .flatMap((group) => cardsIn(view, group.key))
      .filter((card) => card.author?.id === me)
      .map((card) => card.id)
      .join(' ');
  });
  return useMemo(() => new Set(ids === '' ? [] : (ids.split(' ') as CardId[])), [ids]);
};

const Mine = ({ ids }: { ids: ReadonlySet<CardId> }) => (
  <section className={styles.mine} aria-labelledby="phone-mine">
    <h2 id="phone-mine">
      Mine <span className="meta">{ids.size}</span>
    </h2>
    <OutlineList ids={[...ids]} label="My cards" />
  </section>
);

const People = ({ following }: { following: Following }) => {
  const { view } = useFacilitation();
  const people = view?.people ?? [];
  const here = people.filter((person) => person.here);
  const away = people.filter((person) => !person.here);
  const ready = new Set<string>(view?.state.ready);
  return (
    <>
      <PeopleList title="Here" people={here} ready={ready} following={following} />
      <PeopleList title="Not here just now" people={away} ready={ready} />
    </>
  );
};

interface PeopleListProps {
  title: string;
  people: readonly FacilitationPerson[];
  ready: ReadonlySet<string>;
  following?: Following;
}

const PeopleList = ({ title, people, ready, following }: PeopleListProps) =>
  people.length > 0 && (
    <section>
      <h2>
        {title} <span className="meta">{counted(people.length, 'person', 'people')}</span>
      </h2>
      <ul className={styles.people}>
        {people.map((person) => (
          <li key={person.participantId}>
            <Person name={person.name} size="m" />
            <span className="meta">
              {roleNames[person.role]}
              {ready.has(person.participantId) && ', ready'}
            </span>
            {following?.possible(person.participantId) && (
              <Button
                look="line"
                data-follow
                aria-pressed={following.whom === person.participantId}
                aria-label={`Follow ${person.name}`}
                onClick={() => following.toggle(person.participantId)}
              >
                Follow
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
