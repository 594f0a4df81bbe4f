// Links of an incident: ticket, dashboards, runbooks.
import { Plus, X } from 'lucide-react';
import { Button, IconButton } from '../design/Button.tsx';
import { Field, TextInput } from '../design/Field.tsx';
import type { DraftProblems, LinkDraft } from './incident-draft.ts';
import styles from './NewReviewPage.module.css';

interface LinkRowsProps {
  links: readonly LinkDraft[];
  problems: DraftProblems;
  onChange: (links: readonly LinkDraft[]) => void;
}

export const LinkRows = ({ links, problems, onChange }: LinkRowsProps) => {
  const change = (key: number, to: Partial<LinkDraft>) =>
    onChange(links.map((link) => (link.key === key ? { ...link, ...to } : link)));
  return (
    <fieldset className={styles.links}>
      <legend>Links</legend>
      {links.map((link, index) => (
        <div key={link.key} className={styles.link}>
          <Field label={`Address of link ${index + 1}`} quietLabel problem={problems[`link-${link.key}`]}>
            <TextInput
              type="url"
              inputMode="url"
              value={link.url}
              placeholder="https://…"
              maxLength={2000}
              // A row is added by hand: what was asked for is the field in it.
              ref={(field) => {
                if (field !== null && link.url === '' && link.label === '' && field.dataset['seen'] === undefined) {
                  field.dataset['seen'] = 'true';
                  field.focus();
                }
              }}
              onChange={(event) => change(link.key, { url: event.target.value })}
            />
          </Field>
          <Field label={`Name of link ${index + 1}`} quietLabel>
            <TextInput
              value={link.label}
              placeholder="Dashboard, ticket, runbook"
              maxLength={120}
              onChange={(event) => change(link.key, { label: event.target.value })}
            />
          </Field>
          <IconButton
            icon={X}
            label={`Remove link ${index + 1}`}
            onClick={() => onChange(links.filter(({ key }) => key !== link.key))}
          />
        </div>
      ))}
      <Button
        icon={Plus}
        look="line"
        className={styles.add}
        disabled={links.length >= 50}
        onClick={() =>
          onChange([...links, { key: Math.max(0, ...links.map(({ key }) => key)) + 1, label: '', url: '' }])
        }
      >
        Add a link
      </Button>
    </fieldset>
  );
};
