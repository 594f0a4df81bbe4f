// Thanks, at the end: to whoever noticed, to those who were here, to those who only wrote. For whoever closes the meeting.
import { cardKinds } from '@hearth/board/cards';
import type { ReviewDetail } from '@hearth/protocol/http/reviews';
import { thanksSentences } from '@hearth/review/opening/thanks';
import { Megaphone } from 'lucide-react';
import { useState } from 'react';
import { useCards, useSession } from '../board/session.tsx';
import { Button } from '../design/Button.tsx';
import { takesPart } from '../facilitation/people.ts';
import { useFacilitation } from '../facilitation/use-facilitation.ts';
import { MeetingPanel } from './MeetingPanel.tsx';
import { ReadAloud } from './ReadAloud.tsx';
import styles from './OpeningPanel.module.css';

interface ClosingPanelProps {
  review: ReviewDetail;
  inline: boolean;
}

export const ClosingPanel = ({ review, inline }: ClosingPanelProps) => {
  const sentences = useThanks(review);
  const [aloud, setAloud] = useState(false);
  return (
    <MeetingPanel
      title="Thanks"
      inline={inline}
      acts={
        <Button look="line" icon={Megaphone} onClick={() => setAloud(true)}>
          Read aloud
        </Button>
      }
    >
      <div className={styles.statement}>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {aloud && (
        <ReadAloud
          title="Thanks"
          readings={[{ title: 'Thank you', paragraphs: sentences }]}
          onClose={() => setAloud(false)}
        />
      )}
    </MeetingPanel>
  );
};

/** Whoever reads it out thanks the others. */
const useThanks = ({ incident }: ReviewDetail): string[] => {
  const { view, seat } = useFacilitation();
  const { view: board } = useSession();
  useCards('event');
  const people = view?.people ?? [];
  const others = people.filter((person) => person.participantId !== seat.participantId && takesPart(person.role));
  const mine = people.find((person) => person.participantId === seat.participantId)?.name ?? seat.name;
  const authors = cardKinds
    .flatMap((kind) => board.list(kind).flatMap((card) => card.author?.name ?? []))
    .filter((name) => name !== mine);
  return thanksSentences({ detection: incident.detection, present: others.map(({ name }) => name), authors });
};
