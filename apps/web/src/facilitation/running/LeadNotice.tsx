// Who leads the meeting: asking for it, handing it over, and a word to everybody when it changes. Nobody takes it silently.
import type { FacilitationView } from '@hearth/protocol/facilitation';
import { leadAnswerMs } from '@hearth/review/facilitation/lead';
import { Handshake } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { firstName } from '../../board/presence.ts';
import { useAnnounce } from '../../design/announce.tsx';
import { Button } from '../../design/Button.tsx';
import { Notice } from '../../design/Notice.tsx';
import { BelowToasts } from '../../design/toast.tsx';
import styles from '../StageNotice.module.css';
import { useCommand, useFacilitation, useSecondsUntil } from '../use-facilitation.ts';
import { useLeaderIsHere } from './leader-here.ts';
import { nameOf } from './names.ts';

export const LeadNotice = ({ view }: { view: FacilitationView }) => {
  const { seat } = useFacilitation();
  const announce = useAnnounce();
  const { leader, leadAsked } = view.state;
  const me = seat.participantId;
  const wanted = leadAsked !== undefined && leader === me;
  const by = leadAsked ? firstName(nameOf(view, leadAsked.by)) : '';

  const told = useRef<number | null>(null);
  useEffect(() => {
    if (!wanted || told.current === leadAsked.atMs) return;
    told.current = leadAsked.atMs;
    announce(`${by} asks to lead the meeting.`);
  }, [announce, wanted, leadAsked, by]);

  if (!leadAsked || view.state.status !== 'running') return null;
  if (wanted) return <Wanted by={by} askedBy={leadAsked.by} />;
  return leadAsked.by === me ? <Waiting view={view} askedMs={leadAsked.atMs} /> : null;
};

const Wanted = ({ by, askedBy }: { by: string; askedBy: NonNullable<FacilitationView['state']['leader']> }) => {
  const command = useCommand();
  return (
    <BelowToasts>
      <Notice
        icon={Handshake}
        live="none"
        className={styles.timeUp}
        title={`${by} asks to lead the meeting.`}
        actions={
          <>
            <Button look="ink" onClick={() => void command({ kind: 'hand-over', to: askedBy })}>
              Hand over to {by}
            </Button>
            <Button look="line" onClick={() => void command({ kind: 'keep-lead' })}>
              Keep the lead
            </Button>
          </>
        }
      >
        Without an answer {by} may take it.
      </Notice>
    </BelowToasts>
  );
};

const Waiting = ({ view, askedMs }: { view: FacilitationView; askedMs: number }) => {
  const command = useCommand();
  const { leader } = view.state;
  const isHere = useLeaderIsHere(view);
  const seconds = useSecondsUntil(askedMs + leadAnswerMs);
  const name = leader === undefined ? 'The leader' : firstName(nameOf(view, leader));
  const mayTake = !isHere || seconds === 0;
  return (
    <BelowToasts>
      <Notice
        icon={Handshake}
        live="none"
        className={styles.timeUp}
        title={mayTake ? `${name} ${isHere ? 'has not answered' : 'is not here'}.` : `You asked ${name} for the lead.`}
        actions={
          <>
            {mayTake && (
              <Button look="ink" onClick={() => void command({ kind: 'take-lead' })}>
                Take the lead
              </Button>
            )}
            <Button onClick={() => void command({ kind: 'keep-lead' })}>Never mind</Button>
          </>
        }
      >
        {mayTake ? 'Everybody is told when you take it.' : `You may take it in ${seconds} s.`}
      </Notice>
    </BelowToasts>
  );
};
