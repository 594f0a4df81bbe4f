// Asks a question on the board: a question card like any other, once.
import { useCommands } from '../board/commands.tsx';
import { focusCard } from '../board/focus.ts';
import { useSession } from '../board/session.tsx';
import { useToast } from '../design/toast.tsx';

export const useAsk = (): ((question: string) => void) => {
  const { view, writer } = useSession();
  const commands = useCommands();
  const toast = useToast();
  return (question) => {
    const there = view.list('question').find(({ text }) => text.trim() === question);
    const id = there?.id ?? commands.add('question', question);
    if (id === null) return;
    const show = { label: 'Show it', onSelect: () => focusCard(id) };
    if (there) {
      toast('It is on the board already.', { action: show });
      return;
    }
    const done = writer.undo.undoStack.at(-1);
    toast('Asked on the board.', {
      action: {
        label: 'Undo',
        onSelect: () => {
          if (writer.undo.undoStack.at(-1) === done) commands.undo();
          else commands.remove(id);
        },
      },
    });
  };
};
