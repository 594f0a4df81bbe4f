import { late } from '../shell/late.tsx';

/** Comes when there is private writing to do, or to look after. */
export const PrivateWriting = late(async () => (await import('./PrivateWriting.tsx')).PrivateWriting);
export const PrivacyControl = late(async () => (await import('./PrivacyControl.tsx')).PrivacyControl);
