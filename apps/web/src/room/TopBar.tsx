// The top of the room: which incident this is, whether everything is saved, who is here.
import type { Person } from '@hearth/protocol/facilitation';
import type { ReviewDetail } from '@hearth/protocol/http/reviews';
import type { ParticipantId } from '@hearth/review/ids';
import { severityNames } from '@hearth/review/incident';
import { permission } from '@hearth/review/permission';
import { dayAndMonth } from '@hearth/review/time/words';
import { Command, Ellipsis, Keyboard, MonitorUp, Redo2, Search, Settings2, Undo2, UserPlus } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useCommands } from '../board/commands.tsx';
import { firstName } from '../board/presence.ts';
import { useSession } from '../board/session.tsx';
import { useLateActs } from '../commands/late-acts.ts';
import { keysOf, specOf } from '../commands/specs.ts';
import { AvatarStack } from '../design/Avatar.tsx';
import { Button, IconButton } from '../design/Button.tsx';
import { Mark } from '../design/Mark.tsx';
import { Menu, type MenuItem } from '../design/Menu.tsx';
import { useFacilitation } from '../facilitation/use-facilitation.ts';
import type { Following } from '../follow/use-following.ts';
import type { LiveStatus } from '../live/status.ts';
import { QuarantineMark } from '../quarantine/QuarantineMark.tsx';
import { Link } from '../router/Router.tsx';
import { SettingsDialog, ShareDialog } from './late-panels.tsx';
import { useReviewPlaces } from './review-places.ts';
import { SavedMark } from './SavedMark.tsx';
import styles from './TopBar.module.css';

/** Changes of mine that are not on the board. */
export interface NotTaken {
  count: number;
  onLook: () => void;
}

export type TopBarDialog = 'share' | 'settings';

interface TopBarProps {
  review: ReviewDetail;
  status: LiveStatus;
  notTaken: NotTaken;
  onHelp: () => void;
  onFind: () => void;
  onCommands: () => void;
  dialog: TopBarDialog | null;
  onDialog: (dialog: TopBarDialog | null) => void;
  following: Following;
  /** The narrative has an undo of its own. */
  undo?: boolean;
  /** The phone's head: mark, title, saved, menu. */
  small?: boolean;
}

export const TopBar = ({
  review,
  status,
  notTaken,
  onHelp,
  onFind,
  onCommands,
  dialog,
  onDialog,
  following,
  undo = true,
  small = false,
}: TopBarProps) => {
  const { canWrite } = useSession();
  const { role, view } = useFacilitation();
  const mayShare = permission(role, 'join-links.manage').allowed;
  const people = view?.people.filter((person) => person.here) ?? [];
  const ready = new Set(view?.state.ready);
  return (
    <header className={styles.top}>
      <Link to="/" className={styles.mark} aria-label="Hearth, all reviews">
        <Mark />
      </Link>
      <h1 dir="auto" className={styles.title}>
        {review.incident.title}
      </h1>
      {!small && <span className={styles.facts}>{factsOf(review)}</span>}
      <SavedMark status={status} bare={small} />
      {notTaken.count > 0 && <QuarantineMark {...notTaken} bare={small} />}
      {!small && undo && canWrite && <UndoButtons />}
      {!small && (
        <div className={styles.who}>
          {people.length > 0 && (
            <AvatarStack
              label="In the room"
              max={9}
              press={{
                label: (name) => `Follow ${firstName(name)}`,
                pressed: following.whom,
                for: (id) => following.possible(id as ParticipantId),
                on: (id) => following.toggle(id as ParticipantId),
              }}
              people={people.map((person) => ({
                id: person.participantId,
                name: person.name,
                ...noteOf(person, view?.state.leader),
                ready: ready.has(person.participantId),
                away: person.role === 'observer',
              }))}
            />
          )}
        </div>
      )}
      {!small && mayShare && (
        <Button icon={UserPlus} onClick={() => onDialog('share')}>
          Share
        </Button>
      )}
      {small && <IconButton icon={Search} label="Find words and people" onClick={onFind} />}
      <RoomMenu
        review={review}
        small={small}
        mayShare={mayShare}
        onShare={() => onDialog('share')}
        onSettings={() => onDialog('settings')}
        onHelp={onHelp}
        onCommands={onCommands}
      />
      {dialog === 'share' && <ShareDialog reviewId={review.id} onClose={() => onDialog(null)} />}
      {dialog === 'settings' && <SettingsDialog onClose={() => onDialog(null)} />}
    </header>
  );
};

/** What somebody is here for, said after their name. */
const noteOf = ({ participantId, role }: Person, leader: ParticipantId | undefined): { note?: string } => {
  if (role === 'observer') return { note: 'observes' };
  return participantId === leader ? { note: 'leads' } : {};
};

const factsOf = ({ incident }: ReviewDetail): string =>
  [
    ...(incident.startedAt === null
      ? []
      : [
          `${shortened(dayAndMonth(incident.startedAt, incident.zone))} ${new Date(incident.startedAt).getUTCFullYear()}`,
        ]),
    severityNames[incident.severity],
    ...(incident.reference === '' ? [] : [incident.reference]),
  ].join(' · ');

const shortened = (dayAndFullMonth: string): string => {
  const [date = '', month = ''] = dayAndFullMonth.split(' ');
  return `${date} ${month.slice(0, 3)}`;
};

const UndoButtons = () => {
  const { writer } = useSession();
  const commands = useCommands();
  const subscribe = (listener: () => void): (() => void) => {
    const { undo } = writer;
    undo.on('stack-item-added', listener);
    undo.on('stack-item-popped', listener);
    undo.on('stack-cleared', listener);
    return () => {
      undo.off('stack-item-added', listener);
      undo.off('stack-item-popped', listener);
      undo.off('stack-cleared', listener);
    };
  };
  const canUndo = useSyncExternalStore(subscribe, () => writer.undo.canUndo());
  const canRedo = useSyncExternalStore(subscribe, () => writer.undo.canRedo());
  return (
    <span className={styles.undo}>
      <IconButton
        icon={Undo2}
        label="Take back my last change"
        title="Take back my last change (Ctrl Z)"
        aria-disabled={!canUndo}
        onClick={commands.undo}
      />
      <IconButton
        icon={Redo2}
        label="Do it again"
        title="Do it again (Shift Ctrl Z)"
        aria-disabled={!canRedo}
        onClick={commands.redo}
      />
    </span>
  );
};

const onScreens = ['agenda-screen', 'big-screen'] as const;

interface RoomMenuProps {
  review: ReviewDetail;
  small: boolean;
  mayShare: boolean;
  onShare: () => void;
  onSettings: () => void;
  onHelp: () => void;
  onCommands: () => void;
}

const RoomMenu = ({ review, small, mayShare, onShare, onSettings, onHelp, onCommands }: RoomMenuProps) => {
  const places = useReviewPlaces(review);
  const late = useLateActs();
  const items: MenuItem[] = [
    ...(small && mayShare ? [{ id: 'share', label: 'Share', icon: UserPlus, onSelect: onShare }] : []),
    ...places,
    ...onScreens.flatMap((id) => {
      const act = late[id];
      return act ? [{ id, label: specOf(id).name, icon: MonitorUp, onSelect: act }] : [];
    }),
    {
      id: 'commands',
      label: 'Commands',
      icon: Command,
      apart: true,
      ...(small ? {} : { keys: keysOf('commands').join(' ') }),
      onSelect: onCommands,
    },
    { id: 'settings', label: 'Your settings', icon: Settings2, onSelect: onSettings },
    ...(small ? [] : [{ id: 'help', label: 'Keys', icon: Keyboard, keys: '?', onSelect: onHelp }]),
  ];
  return (
    <Menu label="This review" items={items}>
      {(trigger) => <IconButton {...trigger} icon={Ellipsis} label="More for this review" />}
    </Menu>
  );
};
