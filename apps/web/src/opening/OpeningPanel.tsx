// The opening: what this is about, how we look at it, what we agree on, and what may be said. For everybody to read along.
import type { ReviewDetail } from '@hearth/protocol/http/reviews';
import { statementParagraphs } from '@hearth/review/opening/statement';
import { groundRules, primeDirective, safetyReminder } from '@hearth/review/opening/words';
import { Megaphone } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { OutsideLink } from '../design/OutsideLink.tsx';
import { useFacilitation } from '../facilitation/use-facilitation.ts';
import { GroundRules } from './GroundRules.tsx';
import { MeetingPanel } from './MeetingPanel.tsx';
import { ReadAloud, type Reading } from './ReadAloud.tsx';
import { Statement } from './Statement.tsx';
import styles from './OpeningPanel.module.css';

interface OpeningPanelProps {
  review: ReviewDetail;
  inline: boolean;
}

export const OpeningPanel = ({ review: { incident }, inline }: OpeningPanelProps) => {
  const { view, facilitates } = useFacilitation();
  const [aloud, setAloud] = useState(false);
  if (view === null) return null;
  const own = view.state.opening;
  return (
    <MeetingPanel
      title="Opening"
      inline={inline}
      acts={
        facilitates && (
          <Button look="line" icon={Megaphone} onClick={() => setAloud(true)}>
            Read aloud
          </Button>
        )
      }
    >
      <Statement own={own} incident={incident} />
      <figure className={styles.directive}>
        <blockquote>{primeDirective.words}</blockquote>
        <figcaption>
          <OutsideLink url={primeDirective.url} label={primeDirective.source} />
        </figcaption>
      </figure>
      <GroundRules view={view} />
      <section aria-labelledby="opening-safety">
        <h3 id="opening-safety" className={styles.part}>
          {facilitates ? 'To be spoken' : 'From the facilitator'}
        </h3>
        {safetyReminder.map((sentence) => (
          <p key={sentence} className={styles.said}>
            {sentence}
          </p>
        ))}
      </section>
      {aloud && (
        <ReadAloud
          title="Opening"
          readings={readingsOf(statementParagraphs(own, incident))}
          onClose={() => setAloud(false)}
        />
      )}
    </MeetingPanel>
  );
};

const readingsOf = (statement: readonly string[]): Reading[] => [
  { title: 'Why we are here', paragraphs: statement },
  { title: 'How we look at it', paragraphs: [primeDirective.words] },
  { title: 'What we agree on', paragraphs: groundRules.map(({ rule, more }) => `${rule} ${more}`) },
  { title: 'What may be said', paragraphs: safetyReminder },
];
