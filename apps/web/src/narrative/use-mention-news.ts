// Tells me when somebody else names me while I read along.
import type { ParticipantId } from '@hearth/review/ids';
import type { Node } from '@tiptap/pm/model';
import type { Editor } from '@tiptap/react';
import { useEffect } from 'react';
import { useAnnounce } from '../design/announce.tsx';
import { useToast } from '../design/toast.tsx';

export const useMentionNews = (editor: Editor, me: ParticipantId): void => {
  const announce = useAnnounce();
  const toast = useToast();
  useEffect(() => {
    // The words arrive with the first change: what stood there before is no news.
    let known: number | null = null;
    const look = ({
      transaction,
    }: {
      transaction: { docChanged: boolean; getMeta: (key: string) => unknown };
    }): void => {
      if (!transaction.docChanged) return;
      const now = mentionsOf(editor.state.doc, me);
      const remote = transaction.getMeta('y-sync$') !== undefined;
      if (remote && known !== null && now > known) {
        toast('You are named in the narrative.');
        announce('You are named in the narrative.');
      }
      known = now;
    };
    editor.on('transaction', look);
    return () => {
      editor.off('transaction', look);
    };
  }, [editor, me, announce, toast]);
};

const mentionsOf = (document: Node, person: ParticipantId): number => {
  let count = 0;
  document.descendants((node) => {
    if (node.type.name === 'mention' && node.attrs['personId'] === person) count += 1;
  });
  return count;
};
