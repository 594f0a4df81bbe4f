// "I saw it differently": one's own account of what a card tells, beside it. While people write privately it stays with its author.
import { facetNames, perspectiveFacets, type PerspectiveFacet } from '@hearth/board/cards';
import { isTellable } from '@hearth/board/differently';
import type { CardId } from '@hearth/review/ids';
import { useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { useAnnounce } from '../../design/announce.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { Field, Select, TextArea } from '../../design/Field.tsx';
import { useDrafts } from '../../drafts/use-drafts.ts';
import { facetQuestions, promises } from '../../drafts/words.ts';
import { useCommands } from '../commands.tsx';
import { headline } from '../relations.ts';
import { useCard, useSession } from '../session.tsx';
import { tellerOf } from './accounts.ts';
import styles from './Differently.module.css';

export const DifferentlyPanel = ({ id, onClose }: { id: CardId; onClose: () => void }) => {
  const card = useCard(id);
  const { view, ui, by } = useSession();
  const { writing, own } = useDrafts();
  const commands = useCommands();
  const announce = useAnnounce();
  const [text, setText] = useState('');
  const [facet, setFacet] = useState<PerspectiveFacet>(card?.kind === 'perspective' ? card.facet : 'saw');
  if (!isTellable(card)) return null;
  const privately = writing?.phase === 'private' && own !== null ? { own, attribution: writing.attribution } : null;
  const keep = (): void => {
    if (text.trim() === '') return;
    if (privately) {
      const author = privately.attribution === 'anonymous' ? null : by().author;
      if (privately.own.add(text, facet, author, id) === null) return;
      announce('Kept. Only you see it, until all is revealed.');
      onClose();
    } else if (commands.tellDifferently(id, text, facet, writing?.attribution === 'anonymous') !== null) {
      // The focus goes to the new card, not back.
      ui.set({ panel: null });
    }
  };
  return (
    <Dialog
      title="I saw it differently"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look={text.trim() === '' ? 'line' : 'ink'} onClick={keep}>
            {privately ? 'Keep' : 'Put it beside'}
          </Button>
        </>
      }
    >
      <blockquote className={styles.original} dir="auto">
        {headline(card, 280)}
        <span className="meta">{tellerOf(card, view)}</span>
      </blockquote>
      <Field label="This is something I">
        <Select
          value={facet}
          onChange={(event) => setFacet(perspectiveFacets.find((one) => one === event.target.value) ?? 'saw')}
        >
          {perspectiveFacets.map((one) => (
            <option key={one} value={one}>
              {facetNames[one]}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label={facetQuestions[facet]}
        hint={
          privately
            ? promises[privately.attribution]
            : 'It stands beside this one with your name. Neither is merged into the other.'
        }
      >
        <TextArea
          data-autofocus
          dir="auto"
          rows={4}
          maxLength={20_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
            event.preventDefault();
            keep();
          }}
        />
      </Field>
    </Dialog>
  );
};
