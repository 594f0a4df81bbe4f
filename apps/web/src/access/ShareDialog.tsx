// Letting others in: a link for a role, how long it works, which links there are, and taking them back.
import type { ReviewId } from '@hearth/review/ids';
import { joinableRoles, type JoinableRole } from '@hearth/review/roles';
import { clock, dayAndMonth } from '@hearth/review/time/words';
import { Link2 } from 'lucide-react';
import { useState } from 'react';
import { adviceOf } from '../api/api-error.ts';
import { useAnnounce } from '../design/announce.tsx';
import { Button } from '../design/Button.tsx';
import { copyText } from '../design/copy-text.ts';
import { Dialog } from '../design/Dialog.tsx';
import { Field, FieldGroup, Problem, Radio, Select, TextInput } from '../design/Field.tsx';
import { localZone } from '../time/zones.ts';
import { JoinLinks } from './JoinLinks.tsx';
import { useCreateJoinLink } from './queries.ts';
import { roleLooks } from './role-looks.ts';
import styles from './ShareDialog.module.css';

/** What a link may live, in hours. */
const lives = [
  { hours: 4, words: 'Four hours' },
  { hours: 24, words: 'A day' },
  { hours: 72, words: 'Three days' },
  { hours: 24 * 7, words: 'A week' },
  { hours: 24 * 30, words: 'Thirty days' },
];

export interface ShareDialogProps {
  reviewId: ReviewId;
  onClose: () => void;
}

/** For those who may manage join links: the facilitator and co-facilitators. */
export const ShareDialog = ({ reviewId, onClose }: ShareDialogProps) => {
  const [role, setRole] = useState<JoinableRole>('participant');
  const [hours, setHours] = useState(72);
  const [copied, setCopied] = useState(false);
  const [openedAt] = useState(() => Date.now());
  const create = useCreateJoinLink(reviewId);
  const announce = useAnnounce();
  const address = create.data === undefined ? null : `${window.location.origin}${create.data.path}`;

  const make = () => {
    setCopied(false);
    const made = create.mutateAsync({ role, expiresInHours: hours });
    copyText(made.then(({ path }) => `${window.location.origin}${path}`)).then(
      (done) => {
        setCopied(done);
        announce(done ? 'The link is copied.' : 'The link is made. Copy it from the field.');
      },
      // No link was made: `create` tells why.
      () => undefined,
    );
  };

  return (
    <Dialog title="Invite by link" onClose={onClose}>
      <FieldGroup legend="Who comes in by it">
        {joinableRoles.map((one) => (
          <Radio
            key={one}
            name="join-role"
            checked={role === one}
            hint={roleLooks[one].hint}
            onChange={() => setRole(one)}
          >
            {roleLooks[one].name}
          </Radio>
        ))}
      </FieldGroup>
      <Field label="Works for">
        <Select value={hours} onChange={(event) => setHours(Number(event.target.value))}>
          {lives.map((life) => (
            <option key={life.hours} value={life.hours}>
              {life.words}, until {untilWords(openedAt + life.hours * 3_600_000)}
            </option>
          ))}
        </Select>
      </Field>
      <div className={styles.make}>
        <Button look="ink" icon={Link2} busy={create.isPending} onClick={make}>
          {address === null ? 'Copy a link' : 'Copy another link'}
        </Button>
        {create.isError && <Problem>{adviceOf(create.error)}</Problem>}
      </div>
      {address !== null && create.data !== undefined && (
        <Field
          label={`Link for ${roleLooks[create.data.link.role].aName}`}
          hint={
            copied
              ? 'It is copied: paste it where the others are. It is shown here this once.'
              : 'Copy it from here: it is shown this once.'
          }
        >
          <TextInput readOnly value={address} onFocus={(event) => event.target.select()} />
        </Field>
      )}
      <JoinLinks reviewId={reviewId} nowMs={openedAt} />
    </Dialog>
  );
};

const untilWords = (ms: number) => `${dayAndMonth(ms, localZone())}, ${clock(ms, localZone())}`;
