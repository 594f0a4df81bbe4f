// Before a round begins: what is asked, and who speaks in which order.
import type { RoundPurpose } from '@hearth/review/facilitation/state';
import { commandLimits } from '@hearth/review/facilitation/command';
import type { ParticipantId } from '@hearth/review/ids';
import { ArrowDown, ArrowUp, Shuffle } from 'lucide-react';
import { useState } from 'react';
import { useAnnounce } from '../design/announce.tsx';
import { Button, IconButton } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { Checkbox, Field, FieldGroup, Radio, TextInput } from '../design/Field.tsx';
import { Segmented } from '../design/Segmented.tsx';
import { useCommand, useFacilitation } from '../facilitation/use-facilitation.ts';
import styles from './RoundDialog.module.css';
import { purposeNames, roundPeople, roundQuestions, shuffled, stepped } from './rounds.ts';

const purposes: readonly RoundPurpose[] = ['check-in', 'round', 'check-out'];
const own = 'own';

export const RoundDialog = ({ onClose }: { onClose: () => void }) => {
  const { view } = useFacilitation();
  const command = useCommand();
  const say = useAnnounce();
  const stage = view?.state.stages[view.state.stageIndex];
  const [purpose, setPurpose] = useState<RoundPurpose>(stage?.round ?? 'round');
  const [chosen, setChosen] = useState<string>(roundQuestions[purpose][0] ?? own);
  const [written, setWritten] = useState('');
  const [order, setOrder] = useState<readonly ParticipantId[]>(() =>
    roundPeople(view?.people ?? []).map(({ participantId }) => participantId),
  );
  const [without, setWithout] = useState<ReadonlySet<ParticipantId>>(new Set());

  const nameOf = (id: ParticipantId): string =>
    view?.people.find((person) => person.participantId === id)?.name ?? 'Somebody';
  const speaking = order.filter((id) => !without.has(id));
  const question = (chosen === own ? written : chosen).trim();
  const begin = async (): Promise<void> => {
    if (speaking.length === 0 || question === '') return;
    if (await command({ kind: 'begin-round', purpose, question, order: speaking })) onClose();
  };
  const move = (id: ParticipantId, by: -1 | 1): void => {
    const moved = stepped(order, id, by);
    setOrder(moved);
    say(`${nameOf(id)}, ${moved.indexOf(id) + 1} of ${moved.length}`);
  };

  return (
    <Dialog
      title="Begin a round"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="ink"
            data-autofocus
            aria-disabled={speaking.length === 0 || question === ''}
            onClick={() => void begin()}
          >
            Begin
          </Button>
        </>
      }
    >
      <Segmented
        label="What kind of round"
        className={styles.kind}
        value={purpose}
        onChange={(next) => {
          setPurpose(next);
          if (chosen !== own) setChosen(roundQuestions[next][0] ?? own);
        }}
        options={purposes.map((value) => ({ value, label: purposeNames[value] }))}
      />
      <FieldGroup legend="What is asked">
        {roundQuestions[purpose].map((one) => (
          <Radio key={one} name="round-question" checked={chosen === one} onChange={() => setChosen(one)}>
            {one}
          </Radio>
        ))}
        <Radio name="round-question" checked={chosen === own} onChange={() => setChosen(own)}>
          Something else
        </Radio>
        {chosen === own && (
          <Field label="Your question" quietLabel>
            <TextInput
              value={written}
              maxLength={commandLimits.question}
              placeholder="A question that everybody can answer in a few sentences"
              onChange={(event) => setWritten(event.target.value)}
            />
          </Field>
        )}
      </FieldGroup>
      <FieldGroup legend="Who speaks, in this order">
        <ol className={styles.order}>
          {order.map((id, at) => (
            <li key={id} className={styles.person}>
              <Checkbox
                checked={!without.has(id)}
                onChange={(event) => {
                  const next = new Set(without);
                  if (event.target.checked) next.delete(id);
                  else next.add(id);
                  setWithout(next);
                }}
              >
                {nameOf(id)}
              </Checkbox>
              <span className={styles.move}>
                <IconButton
                  icon={ArrowUp}
                  label={`${nameOf(id)} earlier`}
                  disabled={at === 0}
                  onClick={() => move(id, -1)}
                />
                <IconButton
                  icon={ArrowDown}
                  label={`${nameOf(id)} later`}
                  disabled={at === order.length - 1}
                  onClick={() => move(id, 1)}
                />
              </span>
            </li>
          ))}
        </ol>
        <Button
          icon={Shuffle}
          className={styles.shuffle}
          onClick={() => {
            const mixed = shuffled(order, Math.random);
            setOrder(mixed);
            say(`Shuffled. ${nameOf(mixed[0] ?? ('' as ParticipantId))} begins.`);
          }}
        >
          Shuffle
        </Button>
      </FieldGroup>
    </Dialog>
  );
};
