// The fields of an agenda: its name, when to choose it, and its stages in their order.
import { templateLimits } from '@hearth/review/templates/template';
import { counted } from '@hearth/review/time/words';
import { Plus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useAnnounce } from '../design/announce.tsx';
import { Button, ButtonLink } from '../design/Button.tsx';
import { Field, Problem, TextInput } from '../design/Field.tsx';
import { randomId } from '../live/random-id.ts';
import { StageFields } from './StageFields.tsx';
import { StageStrip } from './StageStrip.tsx';
import { emptyStage, moveStage, plannedMinutes, type TemplateDraft, type TemplateProblems } from './template-draft.ts';
import styles from './TemplateForm.module.css';

interface TemplateFormProps {
  draft: TemplateDraft;
  problems: TemplateProblems;
  busy: boolean;
  onChange: (draft: TemplateDraft) => void;
  onSubmit: () => void;
}

export const TemplateForm = ({ draft, problems, busy, onChange, onSubmit }: TemplateFormProps) => {
  const form = useRef<HTMLFormElement>(null);
  const say = useAnnounce();
  const { stages } = draft;
  const set = (change: Partial<TemplateDraft>) => onChange({ ...draft, ...change });
  const minutes = plannedMinutes(draft);

  useEffect(() => {
    if (Object.keys(problems).length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);

  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <Field label="Name" problem={problems['name']}>
        <TextInput
          className={styles.title}
          value={draft.name}
          maxLength={templateLimits.name}
          required
          onChange={(event) => set({ name: event.target.value })}
        />
      </Field>
      <Field label="When to choose it" hint="One sentence, for who runs the next review" problem={problems['about']}>
        <TextInput
          value={draft.about}
          maxLength={templateLimits.about}
          onChange={(event) => set({ about: event.target.value })}
        />
      </Field>
      <section className={styles.stages} aria-labelledby="agenda-stages">
        <div className={styles.head}>
          <h2 id="agenda-stages">Stages</h2>
          <output className={styles.total}>
            {counted(stages.length, 'stage')}, {counted(minutes, 'minute')}
          </output>
        </div>
        <StageStrip
          stages={stages.map((stage) => ({
            id: stage.id,
            name: stage.name === '' ? 'No name yet' : stage.name,
            minutes: Number.parseInt(stage.minutes, 10) || 0,
          }))}
        />
        {problems['stages'] && <Problem>{problems['stages']}</Problem>}
        <ol className={styles.list}>
          {stages.map((stage, index) => (
            <StageFields
              key={stage.id}
              stage={stage}
              number={index + 1}
              of={stages.length}
              problems={problems}
              onChange={(change) => set({ stages: stages.with(index, { ...stage, ...change }) })}
              onMove={(by) => {
                set({ stages: moveStage(stages, stage.id, by) });
                say(`${stage.name || 'The stage'} is now number ${index + 1 + by} of ${stages.length}`);
              }}
              onRemove={() => {
                set({ stages: stages.filter(({ id }) => id !== stage.id) });
                say(`${stage.name || 'The stage'} is taken out`);
              }}
            />
          ))}
        </ol>
        <Button
          look="line"
          icon={Plus}
          className={styles.add}
          disabled={stages.length >= templateLimits.stages}
          onClick={() => set({ stages: [...stages, emptyStage(randomId())] })}
        >
          Add a stage
        </Button>
      </section>
      <div className={styles.buttons}>
        <Button look="ink" large submit busy={busy}>
          Save the agenda
        </Button>
        <ButtonLink to="/templates" large>
          Not now
        </ButtonLink>
      </div>
    </form>
  );
};
