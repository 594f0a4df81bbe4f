// What of the tracker is shown.
import { actionKinds, actionStatuses, priorities, statusNames } from '@hearth/learning/action-items/model';
import { ListFilter } from 'lucide-react';
import { useState } from 'react';
import type { TrackedItem } from '@hearth/protocol/http/action-items';
import { Button } from '../design/Button.tsx';
import { classes } from '../design/classes.ts';
import { Field, Select, TextInput } from '../design/Field.tsx';
import { Segmented } from '../design/Segmented.tsx';
import { kindNames } from './item-draft.ts';
import type { TrackerSearch } from './tracker-search.ts';
import styles from './TrackerPage.module.css';

interface TrackerFiltersProps {
  items: readonly TrackedItem[];
  search: TrackerSearch;
  onChange: (search: TrackerSearch) => void;
}

export const TrackerFilters = ({ items, search, onChange }: TrackerFiltersProps) => {
  const reviews = new Map(items.map((item) => [item.reviewId as string, item.reviewTitle]));
  const [open, setOpen] = useState(false);
  const chosen = [search.status, search.priority, search.kind, search.review].filter(Boolean).length;
  const set = (change: Partial<TrackerSearch>) => onChange({ ...search, ...change });
  return (
    <search className={styles.filters}>
      <Segmented
        label="Whose"
        options={[
          { value: 'mine', label: 'Mine' },
          { value: 'all', label: 'All' },
        ]}
        value={search.whose}
        onChange={(whose) => set({ whose })}
        className={styles.whose}
      />
      <Field label="Find an action" quietLabel className={styles.find}>
        <TextInput
          type="search"
          placeholder="Find an action"
          value={search.find}
          onChange={(event) => set({ find: event.target.value })}
        />
      </Field>
      <Button
        icon={ListFilter}
        look="line"
        className={styles.more}
        aria-expanded={open}
        onClick={() => setOpen((is) => !is)}
      >
        {chosen === 0 ? 'Filter' : `Filter, ${chosen} set`}
      </Button>
      <div className={classes(styles.choices, open && styles.open)}>
        <Choice
          label="Status"
          any="Any status"
          value={search.status}
          options={actionStatuses.map((value) => [value, statusNames[value]])}
          onChange={(status) => set({ status })}
        />
        <Choice
          label="Priority"
          any="Any priority"
          value={search.priority}
          options={priorities.map((value) => [value, value])}
          onChange={(priority) => set({ priority })}
        />
        <Choice
          label="Kind"
          any="Any kind"
          value={search.kind}
          options={actionKinds.map((value) => [value, kindNames[value]])}
          onChange={(kind) => set({ kind })}
        />
        <Choice
          label="Review"
          any="Any review"
          value={search.review}
          options={[...reviews]}
          onChange={(review) => set({ review })}
        />
      </div>
    </search>
  );
};

interface ChoiceProps<Value extends string> {
  label: string;
  /** What not choosing is called. */
  any: string;
  value: Value | '';
  options: readonly (readonly [Value, string])[];
  onChange: (value: Value | '') => void;
}

const Choice = <Value extends string>({ label, any, value, options, onChange }: ChoiceProps<Value>) => (
  <Field label={label} quietLabel className={styles.choice}>
    <Select value={value} onChange={(event) => onChange(event.target.value as Value | '')}>
      <option value="">{any}</option>
      {options.map(([option, words]) => (
        <option key={option} value={option}>
          {words}
        </option>
      ))}
    </Select>
  </Field>
);
