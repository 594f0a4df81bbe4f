// One stage of an agenda, while it is written.
import { templateLimits, type Zone } from '@hearth/review/templates/template';
import { counted } from '@hearth/review/time/words';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useId } from 'react';
import { IconButton } from '../design/Button.tsx';
import { Field, Select, TextArea, TextInput } from '../design/Field.tsx';
import type { StageDraft, TemplateProblems } from './template-draft.ts';
import styles from './StageFields.module.css';

const zoneNames: Record<Zone, string> = {
  timeline: 'Timeline',
  perspectives: 'Perspectives',
  factors: 'Factors',
  learnings: 'Learnings and actions',
  narrative: 'Narrative',
};

const writings: readonly { value: StageDraft['writing']; name: string }[] = [
  { value: 'open', name: 'Openly, on the board' },
  { value: 'attributed', name: 'Privately first, with names' },
  { value: 'anonymous', name: 'Privately first, without names' },
];

const votes: readonly { value: StageDraft['vote']; name: string }[] = [
  { value: 'none', name: 'No vote' },
  { value: 'factors', name: 'On the factors' },
  { value: 'learnings', name: 'On the learnings' },
];

const rounds: readonly { value: StageDraft['round']; name: string }[] = [
  { value: 'none', name: 'No round' },
  { value: 'check-in', name: 'A check-in: how people arrive' },
  { value: 'check-out', name: 'A check-out: how people leave' },
];

const parts: readonly { value: StageDraft['participants']; name: string }[] = [
  { value: 'write', name: 'Write on the board' },
  { value: 'read', name: 'Read along: only facilitators write' },
];

const ballots: readonly { value: StageDraft['ballots']; name: string }[] = [
  { value: 'anonymous', name: 'Nobody learns it' },
  { value: 'attributed', name: 'Told when it closes' },
];

/** Told in a line until it is opened. */
const hidden = ['zone', 'writing', 'prompts', 'vote', 'dots', 'round', 'participants'] as const;

const summaryOf = ({ zone, writing, prompts, vote, round, participants }: StageDraft): string => {
  const count = prompts.split('\n').filter((line) => line.trim() !== '').length;
  const where = zone === null ? 'The room looks at each other' : `The room looks at: ${zoneNames[zone]}`;
  const how = zone === 'perspectives' ? writings.find(({ value }) => value === writing)?.name.toLowerCase() : null;
  return [
    where,
    how,
    vote !== 'none' && `a vote on the ${vote}`,
    round !== 'none' && `a ${round}`,
    participants === 'read' && 'people read along',
    count > 0 && `${counted(count, 'question')} to read aloud`,
  ]
    .filter(Boolean)
    .join(' · ');
};

interface StageFieldsProps {
  stage: StageDraft;
  /** From 1. */
  number: number;
  of: number;
  problems: TemplateProblems;
  onChange: (change: Partial<StageDraft>) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

export const StageFields = ({ stage, number, of, problems, onChange, onMove, onRemove }: StageFieldsProps) => {
  const id = useId();
  const name = stage.name.trim() === '' ? `stage ${number}` : stage.name;
  const problem = (field: keyof StageDraft): string | undefined => problems[`${stage.id}.${field}`];
  return (
    <li className={styles.stage} aria-labelledby={id}>
      <div className={styles.head}>
        <h3 id={id} className={styles.number}>
          {number}
          <span className="vh">. {name}</span>
        </h3>
        <Field label="Name" problem={problem('name')}>
          <TextInput
            value={stage.name}
            maxLength={templateLimits.name}
            // A stage is added by hand: what was asked for is the field in it.
            ref={(field) => {
              if (field !== null && stage.name === '' && field.dataset['seen'] === undefined) {
                field.dataset['seen'] = 'true';
                field.focus();
              }
            }}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        </Field>
        <Field label="Minutes" className={styles.minutes} problem={problem('minutes')}>
          <TextInput
            inputMode="numeric"
            value={stage.minutes}
            maxLength={3}
            onChange={(event) => onChange({ minutes: event.target.value })}
          />
        </Field>
        <span className={styles.acts}>
          <IconButton icon={ArrowUp} label={`Move ${name} up`} disabled={number === 1} onClick={() => onMove(-1)} />
          <IconButton icon={ArrowDown} label={`Move ${name} down`} disabled={number === of} onClick={() => onMove(1)} />
          <IconButton icon={X} label={`Take ${name} out`} disabled={of === 1} onClick={onRemove} />
        </span>
      </div>
      <Field
        label="Question"
        hint="What the stage asks, shown to everybody"
        problem={problem('question')}
        className={styles.question}
      >
        <TextInput
          value={stage.question}
          maxLength={templateLimits.question}
          onChange={(event) => onChange({ question: event.target.value })}
        />
      </Field>
      <details className={styles.details} open={hidden.some((one) => problem(one) !== undefined) || undefined}>
        <summary>{summaryOf(stage)}</summary>
        <div className={styles.more}>
          <Field label="Where the room looks" problem={problem('zone')}>
            <Select
              value={stage.zone ?? ''}
              onChange={(event) => onChange({ zone: event.target.value === '' ? null : (event.target.value as Zone) })}
            >
              <option value="">At each other</option>
              {Object.entries(zoneNames).map(([zone, words]) => (
                <option key={zone} value={zone}>
                  {words}
                </option>
              ))}
            </Select>
          </Field>
          <Field
            label="How people write"
            hint={stage.zone === 'perspectives' ? undefined : 'Privately: in the perspectives only'}
            problem={problem('writing')}
          >
            <Select
              value={stage.zone === 'perspectives' ? stage.writing : 'open'}
              disabled={stage.zone !== 'perspectives'}
              onChange={(event) => onChange({ writing: event.target.value as StageDraft['writing'] })}
            >
              {writings.map(({ value, name: words }) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </Select>
          </Field>
          <Choice
            label="Dot vote"
            hint="Offered with one press while the room is in it"
            options={votes}
            value={stage.vote}
            problem={problem('vote')}
            onChange={(vote) => onChange({ vote })}
          />
          {stage.vote === 'none' ? (
            <span />
          ) : (
            <div className={styles.vote}>
              <Field label="Dots each" problem={problem('dots')}>
                <TextInput
                  inputMode="numeric"
                  value={stage.dots}
                  maxLength={2}
                  onChange={(event) => onChange({ dots: event.target.value })}
                />
              </Field>
              <Choice
                label="Who voted for what"
                options={ballots}
                value={stage.ballots}
                onChange={(chosen) => onChange({ ballots: chosen })}
              />
            </div>
          )}
          <Choice
            label="Round"
            hint="Everybody speaks in turn; offered with one press"
            options={rounds}
            value={stage.round}
            problem={problem('round')}
            onChange={(round) => onChange({ round })}
          />
          <Choice
            label="What people do"
            options={parts}
            value={stage.participants}
            problem={problem('participants')}
            onChange={(participants) => onChange({ participants })}
          />
          <Field
            label="Questions to read aloud"
            hint={`One a line, ${templateLimits.prompts} at most; without any the room has its own`}
            problem={problem('prompts')}
            className={styles.wide}
          >
            <TextArea rows={2} value={stage.prompts} onChange={(event) => onChange({ prompts: event.target.value })} />
          </Field>
        </div>
      </details>
    </li>
  );
};

interface ChoiceProps<Value extends string> {
  label: string;
  hint?: string;
  options: readonly { value: Value; name: string }[];
  value: Value;
  problem?: string | undefined;
  onChange: (value: Value) => void;
}

const Choice = <Value extends string>({ label, hint, options, value, problem, onChange }: ChoiceProps<Value>) => (
  <Field label={label} hint={hint} problem={problem}>
    <Select
      value={value}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.target.value);
        if (chosen) onChange(chosen.value);
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.name}
        </option>
      ))}
    </Select>
  </Field>
);
