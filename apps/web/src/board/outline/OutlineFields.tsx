// What a card is besides its words, changed where it stands: kind, lane, key moment, facet, column, category, parked.
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
import { useId, useState, type KeyboardEvent } from 'react';
import { useCommands } from '../commands.tsx';
import { focusCard } from '../focus.ts';
import { columnName, commonLane, laneNames } from '../groups.ts';
import { useColumns, useSession } from '../session.tsx';
import styles from './OutlineFields.module.css';

/** Letters pressed on a list or a box are not commands; Escape goes back to the card. */
const keepKeys = (event: KeyboardEvent, card: Card): void => {
  event.stopPropagation();
  if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
  event.preventDefault();
  focusCard(card.id);
};

export const OutlineFields = ({ card }: { card: Card }) => {
  const fields = <FieldsOf card={card} />;
  return card.kind === 'question' || card.kind === 'learning' ? null : (
    <div role="group" aria-label="What it is" className={styles.fields} onKeyDown={(event) => keepKeys(event, card)}>
      {fields}
    </div>
  );
};

const FieldsOf = ({ card }: { card: Card }) => {
  const commands = useCommands();
  const columns = useColumns();
  switch (card.kind) {
    case 'event':
      return <EventFields card={card} />;
    case 'perspective':
      return (
        <>
          <Choice
            label="Tells"
            value={card.facet}
            options={perspectiveFacets.map((facet) => [facet, facetNames[facet]])}
            onChoose={(facet) => commands.change(card.id, { facet })}
          />
          <Choice
            label="Whose view"
            value={card.columnId}
            options={columns.map((column) => [column.id, columnName(column)])}
            onChoose={(columnId) => commands.change(card.id, { columnId })}
          />
        </>
      );
    case 'factor':
      return (
        <Choice
          label="Condition"
          value={card.category}
          options={factorCategories.map((category) => [category, categoryNames[category]])}
          onChoose={(category) => commands.change(card.id, { category })}
        />
      );
    case 'action':
      return <Tick label="Parked" checked={card.parked} onChange={(parked) => commands.change(card.id, { parked })} />;
    case 'question':
    case 'learning':
      return null;
  }
};

const EventFields = ({ card }: { card: EventCard }) => {
  const { view } = useSession();
  const commands = useCommands();
  const [lane, setLane] = useState(card.lane);
  const lanes = useId();
  return (
    <>
      <Choice
        label="Kind"
        value={card.eventKind}
        options={eventKinds.map((kind) => [kind, eventKindNames[kind]])}
        onChoose={(eventKind) => commands.change(card.id, { eventKind })}
      />
      <label className={styles.field}>
        Lane
        <input
          value={lane}
          list={lanes}
          maxLength={80}
          placeholder={commonLane}
          autoComplete="off"
          onChange={(event) => setLane(event.target.value)}
          onBlur={() => commands.change(card.id, { lane: lane.trim() })}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) focusCard(card.id);
          }}
        />
        <datalist id={lanes}>
          {laneNames(view.list('event'))
            .filter(Boolean)
            .map((name) => (
              <option key={name} value={name} />
            ))}
        </datalist>
      </label>
      <Tick label="Key moment" checked={card.key} onChange={(key) => commands.change(card.id, { key })} />
    </>
  );
};

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly (readonly [Value, string])[];
  onChoose: (value: Value) => void;
}

const Choice = <Value extends string>({ label, value, options, onChoose }: ChoiceProps<Value>) => (
  <label className={styles.field}>
    {label}
    <select
      value={value}
      onChange={(event) => {
        const chosen = options.find(([one]) => one === event.target.value);
        if (chosen) onChoose(chosen[0]);
      }}
    >
      {options.map(([one, name]) => (
        <option key={one} value={one}>
          {name}
        </option>
      ))}
    </select>
  </label>
);

interface TickProps {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

const Tick = ({ label, checked, onChange }: TickProps) => (
  <label className={styles.field}>
    <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
    {label}
  </label>
);
