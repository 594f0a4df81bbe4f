// Everything about running the meeting that speaks up in the room, and its commands. Comes late: nobody needs it to write.
import { agendaZoneOf } from '@hearth/board/zones';
import { useCommand, useFacilitation } from '../use-facilitation.ts';
import { zoneHere } from '../../clipboard/here.ts';
import { useBringActs } from '../../commands/late-acts.ts';
import type { CommandActs } from '../../commands/specs.ts';
import { useAnnounce } from '../../design/announce.tsx';
import { StageNotice, type StageNoticeProps } from '../StageNotice.tsx';
import { setWandering, useWandering } from '../wander.ts';
import { ActNews } from './ActNews.tsx';
import { ExtendQuestion } from './ExtendQuestion.tsx';
import { GatherNotice, type GatherNoticeProps } from './GatherNotice.tsx';
import { LeadDialog } from './LeadDialog.tsx';
import { LeadNotice } from './LeadNotice.tsx';
import { openRunDialog, useRunDialog } from './open-dialog.ts';
import { StagesDialog } from './StagesDialog.tsx';
import { usePlanNews } from './use-plan-news.ts';

type MeetingPartsProps = StageNoticeProps &
  GatherNoticeProps & {
    /** The narrative is in front: locking means it. */
    narrative: boolean;
  };

export const MeetingParts = ({ onGo, there, seenRef, onVisit, onMark, narrative }: MeetingPartsProps) => {
  const { view } = useFacilitation();
  return (
    <>
      <StageNotice onGo={onGo} there={there} seenRef={seenRef} />
      <GatherNotice onVisit={onVisit} onMark={onMark} />
      {view !== null && (
        <>
          <ExtendQuestion view={view} />
          <LeadNotice view={view} />
          <ActNews view={view} />
          <Commands view={view} narrative={narrative} />
          <Dialogs view={view} onGo={onGo} />
        </>
      )}
    </>
  );
};

type View = NonNullable<ReturnType<typeof useFacilitation>['view']>;

const Commands = ({ view, narrative }: { view: View; narrative: boolean }) => {
  const { facilitates, seat } = useFacilitation();
  const command = useCommand();
  const announce = useAnnounce();
  const wanders = useWandering(seat.reviewId);
  const news = usePlanNews(view);
  const running = view.state.status === 'running';
  const lock = (): void => {
    const zone = narrative ? 'narrative' : agendaZoneOf(zoneHere());
    void command({ kind: 'lock-zone', zone, locked: !view.state.locked?.includes(zone) });
  };
  const acts: CommandActs = {
    stages: () => openRunDialog('stages'),
    wander: () => {
      setWandering(seat.reviewId, !wanders);
      announce(wanders ? 'You go with the room again.' : 'You stay where you are when the room moves.');
    },
    ...(facilitates && running
      ? {
          gather: () => void command({ kind: 'gather' }),
          'lock-zone': lock,
          lead: () => openRunDialog('lead'),
          ...(view.state.extendAsked ? {} : { 'ask-room': () => void command({ kind: 'ask-extend', minutes: 5 }) }),
          ...(news === null ? {} : { reflow: () => void command({ kind: 'reflow' }) }),
        }
      : {}),
  };
  useBringActs(acts);
  return null;
};

const Dialogs = ({ view, onGo }: { view: View; onGo: StageNoticeProps['onGo'] }) => {
  const open = useRunDialog();
  const close = (): void => openRunDialog(null);
  switch (open) {
    case null:
      return null;
    case 'stages':
      return <StagesDialog view={view} onLook={onGo} onClose={close} />;
    case 'lead':
      return <LeadDialog view={view} onClose={close} />;
  }
};
