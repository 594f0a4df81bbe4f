// Reading a pasted timeline. Nothing is stored by it.
import { api } from '@hearth/protocol/http/api';
import { timelineParsed, type timelineFormats } from '@hearth/protocol/http/timeline';
import { useMutation } from '@tanstack/react-query';
import { call } from '../api/client.ts';

export type TimelineFormat = (typeof timelineFormats)[number];

export interface TimelineText {
  text: string;
  format?: TimelineFormat;
  /** YYYY-MM-DD */
  date?: string;
  zone?: string;
}

export const useReadTimeline = (reviewId: string) =>
  useMutation({
    mutationFn: (body: TimelineText) =>
      call({ path: api.timelineParse, parameters: { reviewId }, method: 'POST', body, answer: timelineParsed }),
  });
