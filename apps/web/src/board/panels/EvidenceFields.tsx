import type { Card } from '@hearth/board/cards';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { CardFiles } from '../../attachments/CardFiles.tsx';
import { FilePicker } from '../../attachments/FilePicker.tsx';
import { Button, IconButton } from '../../design/Button.tsx';
import { Field, FieldGroup, TextInput } from '../../design/Field.tsx';
import { hostOf } from '../../design/host.ts';
import { OutsideLink } from '../../design/OutsideLink.tsx';
import { useCommands } from '../commands.tsx';
import styles from './Panels.module.css';

const longestUrl = 2000;

/** Links that a claim rests on: dashboards, logs, tickets. */
export const EvidenceFields = ({ card }: { card: Card }) => {
  const commands = useCommands();
  const [url, setUrl] = useState('');
  const [label, setLabel] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const add = (): void => {
    const address = url.trim();
    if (hostOf(address) === null || /\s/.test(address)) {
      setProblem('Paste an address that begins with https://');
      return;
    }
    if (address.length > longestUrl) {
      setProblem(`An address may have ${longestUrl} characters at most.`);
      return;
    }
    setProblem(null);
    setUrl('');
    setLabel('');
    commands.change(card.id, { evidence: [...card.evidence, { url: address, label: label.trim() }] });
  };
  return (
    <FieldGroup legend="Evidence">
      <CardFiles card={card} stops />
      <FilePicker cardId={card.id} />
      {card.evidence.length > 0 && (
        <ul className={styles.evidence}>
          {card.evidence.map((item, index) => (
            <li key={`${item.url} ${index}`}>
              <OutsideLink url={item.url} label={item.label} />
              <IconButton
                icon={X}
                label={`Remove the link ${item.label || item.url}`}
                onClick={() =>
                  commands.change(card.id, { evidence: card.evidence.filter((_, other) => other !== index) })
                }
              />
            </li>
          ))}
        </ul>
      )}
      <div className={styles.two}>
        <Field label="Link" problem={problem}>
          <TextInput
            type="url"
            inputMode="url"
            placeholder="https://"
            value={url}
            onChange={(event) => setUrl(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') add();
            }}
          />
        </Field>
        <Field label="What it shows">
          <TextInput
            value={label}
            maxLength={120}
            onChange={(event) => setLabel(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') add();
            }}
          />
        </Field>
      </div>
      <Button look="line" icon={Plus} className={styles.addEvidence} onClick={add}>
        Add the link
      </Button>
    </FieldGroup>
  );
};
