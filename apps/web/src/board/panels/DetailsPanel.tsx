// The fields of a card: time, lane, kind, facet, category, evidence. What is changed holds at once and can be undone.
import {
  categoryNames,
  eventKindNames,
  eventKinds,
  facetNames,
  factorCategories,
  perspectiveFacets,
  type Card,
  type EventCard,
} from '@hearth/board/cards';
import type { CardId } from '@hearth/review/ids';
import { counted } from '@hearth/review/time/words';
import { MessageSquare } from 'lucide-react';
import { useState } from 'react';
import { useTalkCount } from '../../comments/talk.tsx';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { Checkbox, Field, FieldGroup, Radio, Select, TextInput } from '../../design/Field.tsx';
import { kinds } from '../../design/kinds.ts';
import { useCommands } from '../commands.tsx';
import { laneNames } from '../groups.ts';
import { headline } from '../relations.ts';
import { useCard, useColumns, useSession } from '../session.tsx';
import { readTime, writeTime } from '../timeline/time-entry.ts';
import { KnownFields } from '../timeline/KnownFields.tsx';
import { ownZone, sameClocks, timeInBoth } from '../timeline/zone-words.ts';
import { EvidenceFields } from './EvidenceFields.tsx';
import styles from './Panels.module.css';

export const DetailsPanel = ({ id, onClose }: { id: CardId; onClose: () => void }) => {
  const card = useCard(id);
  const { ui } = useSession();
  const { open } = useTalkCount(id);
  if (!card) return null;
  return (
    <Dialog
      title={kinds[card.kind].name}
      width="narrow"
      onClose={onClose}
      actions={
        <Button look="ink" onClick={onClose}>
          Done
        </Button>
      }
    >
      <p className={styles.about}>{headline(card, 160)}</p>
      <KindFields card={card} />
      <EvidenceFields card={card} />
      <Button
        look="line"
        icon={MessageSquare}
        className={styles.talk}
        onClick={() => ui.set({ panel: { kind: 'comments', card: id } })}
      >
        {open === 0 ? 'Comment' : counted(open, 'comment')}
      </Button>
    </Dialog>
  );
};

const KindFields = ({ card }: { card: Card }) => {
  const commands = useCommands();
  const columns = useColumns();
  switch (card.kind) {
    case 'event':
      return <EventFields card={card} />;
    case 'perspective':
      return (
        <>
          <Field label="What it tells">
            <Select
              value={card.facet}
              onChange={(event) => {
                const facet = perspectiveFacets.find((one) => one === event.target.value);
                if (facet) commands.change(card.id, { facet });
              }}
            >
              {perspectiveFacets.map((facet) => (
                <option key={facet} value={facet}>
                  {facetNames[facet]}
                </option>
              ))}
            </Select>
          </Field>
          <Field label="Whose view">
            <Select
              value={card.columnId}
              onChange={(event) => {
                const column = columns.find((one) => one.id === event.target.value);
                if (column) commands.change(card.id, { columnId: column.id });
              }}
            >
              {columns.map((column) => (
                <option key={column.id} value={column.id}>
                  {column.name}
                </option>
              ))}
            </Select>
          </Field>
        </>
      );
    case 'factor':
      return (
        <FieldGroup legend="What kind of condition">
          {factorCategories.map((category) => (
            <Radio
              key={category}
              name="category"
              checked={card.category === category}
              onChange={() => commands.change(card.id, { category })}
            >
              {categoryNames[category]}
            </Radio>
          ))}
        </FieldGroup>
      );
    case 'action':
      return (
        <Checkbox
          checked={card.parked}
          hint="noted early, decided when its stage has come"
          onChange={(event) => commands.change(card.id, { parked: event.target.checked })}
        >
          Parked
        </Checkbox>
      );
    case 'question':
    case 'learning':
      return null;
  }
};

const EventFields = ({ card }: { card: EventCard }) => {
  const { view, zone, anchorMs } = useSession();
  const commands = useCommands();
  const [time, setTime] = useState(() => writeTime(card, anchorMs(), zone));
  const [lane, setLane] = useState(card.lane);
  const [problem, setProblem] = useState<string | null>(null);
  const commitTime = (): void => {
    const entry = readTime(time, card.at ?? anchorMs(), zone);
    setProblem(entry.ok ? null : entry.advice);
    if (entry.ok) commands.setTime(card.id, entry.time);
  };
  return (
    <>
      <Field
        label={`Time (${zone})`}
        hint={
          card.at === null || sameClocks(card.at, zone, ownZone())
            ? '14:24 · about 14:40 · 13:41 to 14:24 · empty: only the order is known'
            : timeInBoth(card, anchorMs(), zone, ownZone())
        }
        problem={problem}
      >
        <TextInput
          value={time}
          autoComplete="off"
          onChange={(event) => setTime(event.target.value)}
          onBlur={commitTime}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commitTime();
          }}
        />
      </Field>
      <div className={styles.two}>
        <Field label="Kind">
          <Select
            value={card.eventKind}
            onChange={(event) => {
              const eventKind = eventKinds.find((one) => one === event.target.value);
              if (eventKind) commands.change(card.id, { eventKind });
            }}
          >
            {eventKinds.map((kind) => (
              <option key={kind} value={kind}>
                {eventKindNames[kind]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Lane">
          <TextInput
            value={lane}
            list="details-lanes"
            maxLength={80}
            placeholder="Everyone"
            autoComplete="off"
            onChange={(event) => setLane(event.target.value)}
            onBlur={() => commands.change(card.id, { lane: lane.trim() })}
          />
        </Field>
        <datalist id="details-lanes">
          {laneNames(view.list('event'))
            .filter(Boolean)
            .map((name) => (
              <option key={name} value={name} />
            ))}
        </datalist>
      </div>
      <Checkbox
        checked={card.key}
        hint="the story turned here"
        onChange={(event) => commands.change(card.id, { key: event.target.checked })}
      >
        Key moment
      </Checkbox>
      <KnownFields card={card} />
    </>
  );
};
