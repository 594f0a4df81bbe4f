// Worker thread: reads a pasted timeline, so that hostile input can hold up nobody else.
import { parseTimeline, type TimelineOptions } from '@hearth/learning/timeline/parse';
import { answerWith } from '../background/thread.ts';

export interface PastedTimeline {
  text: string;
  options: TimelineOptions;
}

answerWith(({ text, options }: PastedTimeline) => parseTimeline(text, options));
