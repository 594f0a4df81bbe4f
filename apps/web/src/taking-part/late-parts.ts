// Everything of taking part comes late: nobody needs it to write.
import { late } from '../shell/late.tsx';

export const TakingPart = late(async () => (await import('./TakingPart.tsx')).TakingPart, { canWait: true });
export const TakingPartBar = late(async () => (await import('./TakingPartBar.tsx')).TakingPartBar, { canWait: true });
export const PhoneTakingPart = late(async () => (await import('./PhoneTakingPart.tsx')).PhoneTakingPart, {
  canWait: true,
});
export const PhoneReact = late(async () => (await import('./PhoneTakingPart.tsx')).PhoneReact, { canWait: true });
