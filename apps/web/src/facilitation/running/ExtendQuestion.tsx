// Whether a stage should get more minutes. Everybody is asked quietly; who runs the meeting sees the answers come in, and
// decides.
import type { FacilitationView } from '@hearth/protocol/facilitation';
import { counted } from '@hearth/review/time/words';
import { ArrowRight, Hourglass } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useAnnounce } from '../../design/announce.tsx';
import { Button } from '../../design/Button.tsx';
import { Icon } from '../../design/Icon.tsx';
import { Notice } from '../../design/Notice.tsx';
import { BelowToasts } from '../../design/toast.tsx';
import { awaited } from '../people.ts';
import styles from '../StageNotice.module.css';
import { useCommand, useFacilitation } from '../use-facilitation.ts';

export const ExtendQuestion = ({ view }: { view: FacilitationView }) => {
  const { facilitates, takesPart: mayAnswer } = useFacilitation();
  const announce = useAnnounce();
  const asked = view.state.extendAsked;
  const [aside, setAside] = useState<number | null>(null);
  const stage = view.state.stages[view.state.stageIndex]?.name ?? 'this stage';
  const words = asked ? `${minutesWords(asked.minutes)} for ${stage}?` : '';

  const told = useRef<number | null>(null);
  useEffect(() => {
    if (!asked || told.current === asked.atMs) return;
    told.current = asked.atMs;
    if (!facilitates && mayAnswer) announce(`${words} Yes or no.`);
  }, [announce, asked, facilitates, mayAnswer, words]);

  if (!asked || view.state.status !== 'running') return null;
  if (facilitates) return <Answers view={view} asked={asked} words={words} />;
  if (!mayAnswer || aside === asked.atMs) return null;
  return <Question asked={asked} words={words} onAside={() => setAside(asked.atMs)} />;
};

type Asked = NonNullable<FacilitationView['state']['extendAsked']>;

const minutesWords = (minutes: number): string => (minutes === 1 ? 'One more minute' : 'Five more minutes');

const Question = ({ asked, words, onAside }: { asked: Asked; words: string; onAside: () => void }) => {
  const { seat } = useFacilitation();
  const command = useCommand();
  const said = asked.yes.includes(seat.participantId) ? 'yes' : asked.no.includes(seat.participantId) ? 'no' : null;
  const answer = (yes: boolean): void => void command({ kind: 'answer-extend', yes });
  return (
    <BelowToasts>
      <Notice
        icon={Hourglass}
        live="none"
        className={styles.timeUp}
        title={words}
        actions={
          <>
            <Button look="line" aria-pressed={said === 'yes'} onClick={() => answer(true)}>
              Yes
            </Button>
            <Button look="line" aria-pressed={said === 'no'} onClick={() => answer(false)}>
              No
            </Button>
            <Button onClick={onAside}>{said === null ? 'Not now' : 'Done'}</Button>
          </>
        }
      >
        {said === null ? 'The facilitator decides.' : 'You may change your answer.'}
      </Notice>
    </BelowToasts>
  );
};

const Answers = ({ view, asked, words }: { view: FacilitationView; asked: Asked; words: string }) => {
  const command = useCommand();
  const of = awaited(view).length;
  const next = view.state.stages[view.state.stageIndex + 1];
  const answered = asked.yes.length + asked.no.length;
  return (
    <BelowToasts>
      <Notice
        icon={Hourglass}
        live="none"
        className={styles.timeUp}
        title={words}
        actions={
          <>
            <Button look="ink" onClick={() => void command({ kind: 'extend', minutes: asked.minutes })}>
              Give {counted(asked.minutes, 'minute')}
            </Button>
            {next && (
              <Button look="line" onClick={() => void command({ kind: 'next' })}>
                <span className="vh">Move the room to </span>
                {next.name} <Icon of={ArrowRight} />
              </Button>
            )}
            <Button onClick={() => void command({ kind: 'drop-extend' })}>Take it back</Button>
          </>
        }
      >
        <span role="status">
          {asked.yes.length} yes, {asked.no.length} no
          {of > answered && `, ${of - answered} to answer`}
        </span>
      </Notice>
    </BelowToasts>
  );
};
