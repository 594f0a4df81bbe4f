// Copies and pastes for the room, from a moment after the cards are there.
import { memo, useEffect } from 'react';
import type { Clipboard } from './clipboard.ts';
import { useClipboard } from './use-clipboard.ts';

export interface ClipboardWorkProps {
  onChange: (clipboard: Clipboard) => void;
}

/** Renders again only when its own state changes: what it hands over is new each time. */
export const ClipboardWork = memo(({ onChange }: ClipboardWorkProps) => {
  const clipboard = useClipboard();
  useEffect(() => onChange(clipboard));
  return null;
});
ClipboardWork.displayName = 'ClipboardWork';
