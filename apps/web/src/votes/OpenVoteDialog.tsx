// Opens a vote: on what, how many dots, and whether names are kept.
import { commandLimits } from '@hearth/review/facilitation/command';
import type { Votable } from '@hearth/review/facilitation/state';
import { counted } from '@hearth/review/time/words';
import { useState } from 'react';
import { useStructure } from '../board/session.tsx';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { Field, FieldGroup, Radio, Select } from '../design/Field.tsx';
import { Segmented } from '../design/Segmented.tsx';
import { useCommand, useFacilitation } from '../facilitation/use-facilitation.ts';
import { kindVotedOn } from './vote-words.ts';
import styles from './OpenVoteDialog.module.css';

const usualDots = 5;
const one: Record<Votable, string> = { factors: 'factor', learnings: 'learning' };

export const OpenVoteDialog = ({ onClose }: { onClose: () => void }) => {
  const { view } = useFacilitation();
  const command = useCommand();
  const stage = view?.state.stages[view.state.stageIndex];
  const [on, setOn] = useState<Votable>(stage?.vote?.on ?? (stage?.zone === 'learnings' ? 'learnings' : 'factors'));
  const [dots, setDots] = useState(stage?.vote?.dots ?? usualDots);
  const [anonymous, setAnonymous] = useState(stage?.vote?.anonymous ?? true);
  const cards = useStructure(kindVotedOn[on], () => '');
  const open = async (): Promise<void> => {
    if (await command({ kind: 'open-vote', on, dots, anonymous })) onClose();
  };
  return (
    <Dialog
      title="Open a vote"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="ink" data-autofocus onClick={() => void open()}>
            Open the vote
          </Button>
        </>
      }
    >
      <p className={styles.about}>
        Everybody places dots for themselves. Until the vote is closed nobody sees the dots of anybody else, you
        included.
      </p>
      <div className={styles.row}>
        <Segmented
          label="What is voted on"
          value={on}
          onChange={setOn}
          options={[
            { value: 'factors', label: 'Factors' },
            { value: 'learnings', label: 'Learnings' },
          ]}
        />
        <span className="meta">
          {cards.length === 0 ? `No ${one[on]} on the board yet` : `${counted(cards.length, one[on])} on the board`}
        </span>
      </div>
      <Field label="Dots for each person">
        <Select value={dots} onChange={(event) => setDots(Number(event.target.value))}>
          {Array.from({ length: commandLimits.dots }, (_, at) => (
            <option key={at} value={at + 1}>
              {at + 1}
            </option>
          ))}
        </Select>
      </Field>
      <FieldGroup legend="Names">
        <Radio
          name="vote-names"
          checked={anonymous}
          onChange={() => setAnonymous(true)}
          hint="Who gave what is forgotten when the vote is closed."
        >
          Without names
        </Radio>
        <Radio
          name="vote-names"
          checked={!anonymous}
          onChange={() => setAnonymous(false)}
          hint="Once it is closed, everybody can see who gave which dots."
        >
          With names
        </Radio>
      </FieldGroup>
    </Dialog>
  );
};
