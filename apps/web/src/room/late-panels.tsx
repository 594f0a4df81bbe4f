// What the room opens on demand. None of it is part of its first load.
import { withTalk } from '../comments/talk.tsx';
import { Skeleton } from '../design/Skeleton.tsx';
import { late } from '../shell/late.tsx';

const opening = (what: string, pane = true) => <Skeleton label={`Opening ${what}`} lines={5} pane={pane} />;

export const Outline = late(async () => (await import('../board/outline/Outline.tsx')).Outline, {
  fallback: opening('the outline'),
});

/** By far the largest. */
export const NarrativeEditor = withTalk(
  late(async () => (await import('../narrative/NarrativeEditor.tsx')).NarrativeEditor, {
    fallback: opening('the narrative'),
    onDemandOnly: true,
  }),
  opening('the narrative'),
);

export const ActionProposals = late(
  async () => (await import('../action-items/panel/ActionProposals.tsx')).ActionProposals,
  { fallback: <Skeleton label="Loading what was found" lines={3} /> },
);

export const AllComments = withTalk(
  late(async () => (await import('../comments/AllComments.tsx')).AllComments, {
    fallback: opening('the comments', false),
  }),
  opening('the comments', false),
);
export const CommentsSheet = withTalk(late(async () => (await import('../comments/CommentsSheet.tsx')).CommentsSheet));
export const PromptsPanel = late(async () => (await import('../prompts/PromptsPanel.tsx')).PromptsPanel);
export const PromptsWork = late(async () => (await import('../prompts/PromptsWork.tsx')).PromptsWork, {
  canWait: true,
});
export const HelpDialog = late(async () => (await import('./HelpDialog.tsx')).HelpDialog);
export const PasteDialog = late(async () => (await import('../clipboard/PasteDialog.tsx')).PasteDialog);
export const SettingsDialog = late(async () => (await import('../shell/SettingsDialog.tsx')).SettingsDialog);
export const ShareDialog = late(async () => (await import('../access/ShareDialog.tsx')).ShareDialog);
export const QuarantineDialog = late(async () => (await import('../quarantine/QuarantineDialog.tsx')).QuarantineDialog);

// What takes what people do, or tells what becomes of it, is asked for at once; what is only seen can wait.
export const TakenCards = late(async () => (await import('../board/text/TakenCards.tsx')).TakenCards);
export const ClipboardWork = late(async () => (await import('../clipboard/ClipboardWork.tsx')).ClipboardWork);
export const FollowBar = late(async () => (await import('../follow/FollowBar.tsx')).FollowBar, { canWait: true });
export const MeetingParts = late(async () => (await import('../facilitation/running/MeetingParts.tsx')).MeetingParts);
export const RemoteParts = late(async () => (await import('./RemoteParts.tsx')).RemoteParts);
export const QuarantineNotice = late(async () => (await import('../quarantine/QuarantineNotice.tsx')).QuarantineNotice);
export const FirstHint = late(async () => (await import('./FirstHint.tsx')).FirstHint, { canWait: true });
