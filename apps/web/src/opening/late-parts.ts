// What the meeting lays beside the board, fetched once the page rests.
import { late } from '../shell/late.tsx';

export const MeetingSheets = late(async () => (await import('./MeetingSheets.tsx')).MeetingSheets, { canWait: true });
