// The phone's room, on demand. Apart from the panels: it opens some of them itself.
import { Skeleton } from '../design/Skeleton.tsx';
import { late } from '../shell/late.tsx';

export const PhoneRoom = late(async () => (await import('./PhoneRoom.tsx')).PhoneRoom, {
  fallback: <Skeleton label="Opening the room" lines={5} pane />,
  onDemandOnly: true,
});
