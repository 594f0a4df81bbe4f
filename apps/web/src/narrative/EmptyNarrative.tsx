// Where nobody wrote anything and nothing is prepared: the sections of a report, in one step.
import { useEditorState, type Editor } from '@tiptap/react';
import { FileText } from 'lucide-react';
import { Button } from '../design/Button.tsx';
import styles from './EmptyNarrative.module.css';
import { insertReport, isBlank } from './insertions.ts';

export const EmptyNarrative = ({ editor }: { editor: Editor }) => {
  const bare = useEditorState({
    editor,
    selector: ({ editor: { state } }) => isBlank(state.doc) && state.doc.childCount < 2,
  });
  if (!bare) return null;
  return (
    <div className={styles.empty}>
      <p>
        Nothing is written yet. Begin anywhere, or with the sections of a report: what the board knows is added to them.
      </p>
      <Button look="line" icon={FileText} onClick={() => insertReport(editor)}>
        Put in the sections
      </Button>
    </div>
  );
};
