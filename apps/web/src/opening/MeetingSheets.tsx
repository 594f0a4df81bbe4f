// What the meeting lays beside the board: opening, thanks, checklist, decisions, parked actions. The stage brings its own
// sheet; each is there by command at any time.
import type { ReviewDetail } from '@hearth/protocol/http/reviews';
import type { Stage } from '@hearth/review/templates/template';
import { useEffect, useEffectEvent } from 'react';
import { ParkedDialog } from '../action-items/parked/ParkedDialog.tsx';
import { ParkedNotice } from '../action-items/parked/ParkedNotice.tsx';
import { useParked } from '../action-items/parked/use-parked.ts';
import { useBringActs } from '../commands/late-acts.ts';
import { DecisionsDialog } from '../decisions/DecisionsDialog.tsx';
import { isTyping } from '../facilitation/typing.ts';
import { useFacilitation } from '../facilitation/use-facilitation.ts';
import { ChecklistDialog } from './ChecklistDialog.tsx';
import { ClosingPanel } from './ClosingPanel.tsx';
import { onLookAtStage } from './look-at-stage.ts';
import { OpeningPanel } from './OpeningPanel.tsx';
import { askSheet, bringSheet, closeSheet, takeSheet, useSheet, type Sheet } from './sheet.ts';
import { isClosing, isOpening, stageNow } from './stages.ts';

export interface MeetingSheetsProps {
  review: ReviewDetail;
  /** In the flow of the page, as on a phone. */
  inline?: boolean;
}

export const MeetingSheets = ({ review, inline = false }: MeetingSheetsProps) => {
  const { view, facilitates } = useFacilitation();
  const sheet = useSheet();
  const { parked, canDecide, offered } = useParked(review.id);
  const stage = view === null ? undefined : stageNow(view.state);
  const its: Sheet | null =
    stage && isOpening(stage) ? 'opening' : stage && facilitates && isClosing(stage) ? 'closing' : null;
  // One visit brings it once: whoever closes it has seen it.
  const visit = its === null ? null : `${view?.state.visits.length} ${its}`;
  const bring = useEffectEvent(() => {
    if (its !== null && !isTyping()) bringSheet(its);
  });
  useEffect(() => {
    if (visit === null) return;
    bring();
    return () => {
      takeSheet('opening');
      takeSheet('closing');
    };
  }, [visit]);
  useEffect(() => closeSheet, []);
  const look = useEffectEvent((at: Stage) => {
    if (isOpening(at)) bringSheet('opening');
    else if (facilitates && isClosing(at)) bringSheet('closing');
  });
  useEffect(() => onLookAtStage((at) => look(at)), []);

  useBringActs({
    opening: () => askSheet('opening'),
    decisions: () => askSheet('decisions'),
    ...(facilitates ? { thanks: () => askSheet('closing'), checklist: () => askSheet('checklist') } : {}),
    ...(canDecide && parked.length > 0 ? { parked: () => askSheet('parked') } : {}),
  });

  return (
    <>
      {sheet === 'opening' && <OpeningPanel review={review} inline={inline} />}
      {sheet === 'closing' && <ClosingPanel review={review} inline={inline} />}
      {sheet === 'checklist' && <ChecklistDialog review={review} onClose={closeSheet} />}
      {sheet === 'decisions' && <DecisionsDialog zone={review.incident.zone} onClose={closeSheet} />}
      {sheet === 'parked' && <ParkedDialog reviewId={review.id} onClose={closeSheet} />}
      {offered && sheet !== 'parked' && <ParkedNotice count={parked.length} onLook={() => askSheet('parked')} />}
    </>
  );
};
