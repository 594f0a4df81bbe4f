// Fields of a moment in its details: what was known then, what is known only now, and how others told it.
import type { EventCard } from '@hearth/board/cards';
import { longestKnown } from '@hearth/board/read';
import { useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Field, FieldGroup, TextArea } from '../../design/Field.tsx';
import { useCommands } from '../commands.tsx';
import { useSession } from '../session.tsx';
import { timeWords } from './time-entry.ts';

export const KnownFields = ({ card }: { card: EventCard }) => {
  const { anchorMs, zone } = useSession();
  const commands = useCommands();
  const [then, setThen] = useState(card.knownThen ?? '');
  const [now, setNow] = useState(card.knownNow ?? '');
  return (
    <>
      <Field label="Known then" hint="what people could see and know at that moment">
        <TextArea
          rows={2}
          maxLength={longestKnown}
          value={then}
          onChange={(event) => setThen(event.target.value)}
          onBlur={() => commands.change(card.id, { knownThen: then.trim() })}
        />
      </Field>
      <Field label="Known only now" hint="hindsight: hidden from whoever looks as it was known then">
        <TextArea
          rows={2}
          maxLength={longestKnown}
          value={now}
          onChange={(event) => setNow(event.target.value)}
          onBlur={() => commands.change(card.id, { knownNow: now.trim() })}
        />
      </Field>
      {card.tellings && (
        <FieldGroup legend="Also told as">
          <ul>
            {card.tellings.map((telling) => (
              <li key={telling.id}>
                <p>
                  “{telling.text}” {telling.author?.name ?? telling.lane}, {timeWords(telling, anchorMs(), zone)}
                </p>
                <Button look="line" onClick={() => commands.part(telling.id)}>
                  A card of its own again
                </Button>
              </li>
            ))}
          </ul>
        </FieldGroup>
      )}
    </>
  );
};
