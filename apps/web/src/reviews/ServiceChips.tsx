// The affected services: typed, kept as chips, taken back one by one.
import { X } from 'lucide-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useAnnounce } from '../design/announce.tsx';
import { Field, TextInput } from '../design/Field.tsx';
import { Icon } from '../design/Icon.tsx';
import { withService } from './incident-draft.ts';
import styles from './ServiceChips.module.css';

interface ServiceChipsProps {
  services: readonly string[];
  problem?: string | undefined;
  onChange: (services: readonly string[]) => void;
}

export const ServiceChips = ({ services, problem, onChange }: ServiceChipsProps) => {
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const announce = useAnnounce();

  const add = () => {
    if (typed.trim() === '') return;
    onChange(withService(services, typed));
    announce(`${typed.trim()} added`);
    setTyped('');
  };
  const remove = (service: string) => {
    onChange(services.filter((one) => one !== service));
    announce(`${service} removed`);
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.key === 'Enter' || event.key === ',') && typed.trim() !== '') {
      event.preventDefault();
      add();
    }
    const last = services.at(-1);
    if (event.key === 'Backspace' && typed === '' && last !== undefined) remove(last);
  };

  return (
    <div className={styles.services}>
      <Field label="Services" hint="Enter or a comma keeps one" problem={problem}>
        <TextInput
          ref={input}
          value={typed}
          maxLength={80}
          placeholder="Label printing"
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={add}
        />
      </Field>
      {services.length > 0 && (
        <ul className={styles.chips} aria-label="Services so far">
          {services.map((service) => (
            <li key={service} className={styles.chip}>
              <span>{service}</span>
              <button type="button" aria-label={`Remove ${service}`} onClick={() => remove(service)}>
                <Icon of={X} size="s" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
