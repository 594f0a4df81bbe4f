// What was refused on this device, and what its author can do with it.
import type { ReviewDetail } from '@hearth/protocol/http/reviews';
import { useMemo, useSyncExternalStore } from 'react';
import type { LiveDocument } from '../live/live-document.ts';
import type { QuarantineState } from '../live/quarantine.ts';
import { fileOfRefusals, fileOfWaiting } from './quarantine-file.ts';
import { saveFile } from '../design/save-file.ts';

export interface QuarantineActions {
  download: () => void;
  /** What waits for the server, for whom the device keeps nothing or the server has closed its door. */
  downloadWaiting: () => void;
  discard: (id: string) => void;
  sendAgain: (id: string) => void;
}

export const useQuarantine = (live: LiveDocument): QuarantineState =>
  useSyncExternalStore(live.quarantine.subscribe, live.quarantine.get);

export const useQuarantineActions = (live: LiveDocument, review: ReviewDetail): QuarantineActions => {
  const { id, incident } = review;
  return useMemo(() => {
    const subject = () => ({ title: incident.title, document: `board/${id}`, nowMs: Date.now() });
    const day = () => new Date().toISOString().slice(0, 10);
    return {
      download: () =>
        saveFile(`changes-not-taken-${day()}.md`, fileOfRefusals(subject(), live.quarantine.get().refusals)),
      downloadWaiting: () => saveFile(`changes-not-saved-${day()}.md`, fileOfWaiting(subject(), live.waiting())),
      discard: live.quarantine.discard,
      sendAgain: live.sendAgain,
    };
  }, [live, id, incident.title]);
};
