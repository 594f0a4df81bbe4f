// The fields of an incident, in the order in which people tell it.
import {
  detectionNames,
  detections,
  severities,
  severityNames,
  type Detection,
  type Severity,
} from '@hearth/review/incident';
import { useEffect, useRef, type FormEvent, type ReactNode } from 'react';
import { Button, ButtonLink } from '../design/Button.tsx';
import { Field, Select, TextArea, TextInput } from '../design/Field.tsx';
import { knownZones } from '../time/zones.ts';
import type { DraftProblems, IncidentDraft, IncidentTime } from './incident-draft.ts';
import { LinkRows } from './LinkRows.tsx';
import { ServiceChips } from './ServiceChips.tsx';
import styles from './NewReviewPage.module.css';

const times: readonly { field: IncidentTime; label: string; hint: string }[] = [
  { field: 'startedAt', label: 'Started', hint: 'When things first went another way' },
  { field: 'detectedAt', label: 'Detected', hint: 'When someone or something noticed' },
  { field: 'mitigatedAt', label: 'Mitigated', hint: 'When people were no longer affected' },
  { field: 'resolvedAt', label: 'Resolved', hint: 'When all was as it should be' },
];
const zones = knownZones();

interface IncidentFormProps {
  draft: IncidentDraft;
  problems: DraftProblems;
  busy: boolean;
  /** What the main button says, and where the other one leads. */
  submit: string;
  leaveTo: string;
  /** What else is asked for, last of all. */
  beforeSubmit?: ReactNode;
  onChange: (draft: IncidentDraft) => void;
  /** @param unfinished  times of which only a part was filled in: the browser keeps those to itself. */
  onSubmit: (unfinished: DraftProblems) => void;
}

export const IncidentForm = ({
  draft,
  problems,
  busy,
  submit: submitWords,
  leaveTo,
  beforeSubmit,
  onChange,
  onSubmit,
}: IncidentFormProps) => {
  const form = useRef<HTMLFormElement>(null);
  const set = (change: Partial<IncidentDraft>) => onChange({ ...draft, ...change });

  useEffect(() => {
    if (Object.keys(problems).length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const half = [...(form.current?.elements ?? [])].filter(
      (element): element is HTMLInputElement => element instanceof HTMLInputElement && element.validity.badInput,
    );
    onSubmit(Object.fromEntries(half.map(({ name }) => [name, 'Fill in the whole day and time, or clear it.'])));
  };

  return (
    <form ref={form} onSubmit={submit} className={styles.form} noValidate>
      <Field
        label="Title"
        hint="What people met, in their words: “Labels stopped printing in 41 pharmacies”"
        problem={problems['title']}
      >
        <TextInput
          className={styles.title}
          value={draft.title}
          maxLength={200}
          required
          onChange={(event) => set({ title: event.target.value })}
        />
      </Field>
      <div className={styles.pair}>
        <Field label="Severity" problem={problems['severity']}>
          <Select value={draft.severity} onChange={(event) => set({ severity: event.target.value as Severity })}>
            {severities.map((severity) => (
              <option key={severity} value={severity}>
                {severityNames[severity]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Reference" hint="Its number elsewhere, such as INC-2207" problem={problems['reference']}>
          <TextInput
            value={draft.reference}
            maxLength={80}
            onChange={(event) => set({ reference: event.target.value })}
          />
        </Field>
      </div>
      <ServiceChips
        services={draft.services}
        problem={problems['services']}
        onChange={(services) => set({ services })}
      />

      <fieldset className={styles.section}>
        <legend>The four times</legend>
        <p className="small">Leave open what is not known yet.</p>
        <div className={styles.times}>
          {times.map(({ field, label, hint }) => (
            <Field key={field} label={label} hint={hint} problem={problems[field]}>
              <TextInput
                type="datetime-local"
                name={field}
                value={draft.times[field]}
                onChange={(event) => set({ times: { ...draft.times, [field]: event.target.value } })}
              />
            </Field>
          ))}
        </div>
        <Field
          label="Time zone"
          hint="The clock by which the incident is told"
          problem={problems['zone']}
          className={styles.half}
        >
          <Select value={draft.zone} onChange={(event) => set({ zone: event.target.value })}>
            {zones.map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll('_', ' ')}
              </option>
            ))}
          </Select>
        </Field>
      </fieldset>

      <div className={styles.section}>
        <Field label="How it was detected" className={styles.half} problem={problems['detection']}>
          <Select value={draft.detection} onChange={(event) => set({ detection: event.target.value as Detection })}>
            {detections.map((detection) => (
              <option key={detection} value={detection}>
                {detectionNames[detection]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Impact" hint="Who felt it, and how: numbers where there are some" problem={problems['impact']}>
          <TextArea value={draft.impact} maxLength={4000} onChange={(event) => set({ impact: event.target.value })} />
        </Field>
        <LinkRows links={draft.links} problems={problems} onChange={(links) => set({ links })} />
      </div>

      {beforeSubmit && <div className={styles.section}>{beforeSubmit}</div>}
      <div className={styles.buttons}>
        <Button look="ink" large submit busy={busy}>
          {submitWords}
        </Button>
        <ButtonLink to={leaveTo} large>
          Not now
        </ButtonLink>
      </div>
    </form>
  );
};
