// Opens the questions to ask by key, palette and the facilitator's line; on a phone they are a sheet.
import type { CardId } from '@hearth/review/ids';
import { useEffect, useEffectEvent, useState } from 'react';
import { useBringActs } from '../commands/late-acts.ts';
import { Dialog } from '../design/Dialog.tsx';
import { onOpenPrompts } from './open-prompts.ts';
import { PromptsPanel } from './PromptsPanel.tsx';

export interface PromptsWorkProps {
  onPhone: boolean;
  /** Shows them beside the board. */
  onDrawer: () => void;
  onOpenCard: (id: CardId) => void;
  onOpenBlock: (index: number) => void;
}

export const PromptsWork = ({ onPhone, onDrawer, onOpenCard, onOpenBlock }: PromptsWorkProps) => {
  const [sheet, setSheet] = useState(false);
  const open = (): void => {
    if (onPhone) setSheet(true);
    else onDrawer();
  };
  const asked = useEffectEvent(open);
  useEffect(() => onOpenPrompts(() => asked()), []);
  useBringActs({ questions: open });
  const close = (): void => setSheet(false);
  if (!onPhone || !sheet) return null;
  return (
    <Dialog title="Questions to ask" onClose={close}>
      <PromptsPanel
        onOpenCard={(id) => {
          close();
          onOpenCard(id);
        }}
        onOpenBlock={(index) => {
          close();
          onOpenBlock(index);
        }}
      />
    </Dialog>
  );
};
