// Choosing the agenda of a review that is about to start.
import { minutesOf } from '@hearth/review/templates/template';
import { Field, Select } from '../design/Field.tsx';
import { useTemplates } from './queries.ts';
import { StageStrip } from './StageStrip.tsx';

interface TemplateFieldProps {
  /** null: the first of them. */
  value: string | null;
  problem?: string | undefined;
  onChange: (templateId: string) => void;
}

export const TemplateField = ({ value, problem, onChange }: TemplateFieldProps) => {
  const { data: templates = [] } = useTemplates();
  const chosen = templates.find(({ id }) => id === value) ?? templates[0];
  return (
    <>
      <Field
        label="Agenda"
        hint={chosen?.about ?? 'A review can begin before this list is here.'}
        problem={problem ?? (templates.length > 0 && value !== null && chosen?.id !== value ? gone : null)}
      >
        <Select value={chosen?.id ?? ''} onChange={(event) => onChange(event.target.value)}>
          {templates.map((template) => (
            <option key={template.id} value={template.id}>
              {template.name}, {minutesOf(template)} min
            </option>
          ))}
        </Select>
      </Field>
      {chosen && <StageStrip stages={chosen.stages} />}
    </>
  );
};

const gone = 'The agenda that you came with was removed. Choose another one.';
