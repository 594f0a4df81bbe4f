// Tools of the text, quiet: one row at the top of the document, at the thumb on a phone. Arrows move in it.
import { useEditorState, type Editor } from '@tiptap/react';
import {
  AtSign,
  CodeXml,
  Heading2,
  Heading3,
  Image,
  Link2,
  List,
  ListChecks,
  ListOrdered,
  MessageSquareText,
  Quote,
  Redo2,
  Table2,
  Undo2,
  type LucideIcon,
} from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Button, IconButton } from '../design/Button.tsx';
import { classes } from '../design/classes.ts';
import { Menu } from '../design/Menu.tsx';
import { useRootMark } from '../design/root-mark.ts';
import { LinkDialog } from './LinkDialog.tsx';
import styles from './NarrativeToolbar.module.css';
import { tableTools } from './table-tools.ts';

interface NarrativeToolbarProps {
  editor: Editor;
  onCite: () => void;
  onPicture: () => void;
  onComment: () => void;
}

interface Tool {
  id: string;
  label: string;
  icon: LucideIcon;
  isOn?: (editor: Editor) => boolean;
  can?: (editor: Editor) => boolean;
  run: (editor: Editor) => void;
  /** Left out on a phone. */
  wide?: boolean;
}

const tools: readonly Tool[] = [
  {
    id: 'heading',
    label: 'Heading',
    icon: Heading2,
    isOn: (editor) => editor.isActive('heading', { level: 2 }),
    run: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
  },
  {
    id: 'subheading',
    label: 'Smaller heading',
    icon: Heading3,
    isOn: (editor) => editor.isActive('heading', { level: 3 }),
    run: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
    wide: true,
  },
  {
    id: 'bullets',
    label: 'List',
    icon: List,
    isOn: (editor) => editor.isActive('bulletList'),
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    id: 'numbers',
    label: 'Numbered list',
    icon: ListOrdered,
    isOn: (editor) => editor.isActive('orderedList'),
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
    wide: true,
  },
  {
    id: 'tasks',
    label: 'Tasks',
    icon: ListChecks,
    isOn: (editor) => editor.isActive('taskList'),
    run: (editor) => editor.chain().focus().toggleTaskList().run(),
  },
  {
    id: 'quote',
    label: 'Quote',
    icon: Quote,
    isOn: (editor) => editor.isActive('blockquote'),
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
    wide: true,
  },
  {
    id: 'code',
    label: 'Code',
    icon: CodeXml,
    isOn: (editor) => editor.isActive('codeBlock'),
    run: (editor) => editor.chain().focus().toggleCodeBlock().run(),
    wide: true,
  },
];

const history: readonly Tool[] = [
  {
    id: 'undo',
    label: 'Undo my last change',
    icon: Undo2,
    can: (editor) => editor.can().undo(),
    run: (editor) => editor.chain().focus().undo().run(),
  },
  {
    id: 'redo',
    label: 'Redo my last change',
    icon: Redo2,
    can: (editor) => editor.can().redo(),
    run: (editor) => editor.chain().focus().redo().run(),
    wide: true,
  },
];

export const NarrativeToolbar = ({ editor, onCite, onPicture, onComment }: NarrativeToolbarProps) => {
  useRootMark('data-text-tools', '');
  const [linking, setLinking] = useState(false);
  // Before that the caret stands nowhere in particular.
  const [entered, setEntered] = useState(false);
  useEffect(() => {
    const enter = (): void => setEntered(true);
    editor.on('focus', enter);
    return () => {
      editor.off('focus', enter);
    };
  }, [editor]);
  const bar = useRef<HTMLDivElement>(null);
  const state = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      on: tools.filter((tool) => tool.isOn?.(current)).map((tool) => tool.id),
      cannot: history.filter((tool) => !(tool.can?.(current) ?? true)).map((tool) => tool.id),
      table: current.isActive('table'),
      link: current.isActive('link'),
    }),
  });
  const button = (tool: Tool) => (
    <IconButton
      key={tool.id}
      icon={tool.icon}
      label={tool.label}
      aria-pressed={tool.isOn ? entered && state.on.includes(tool.id) : undefined}
      aria-disabled={state.cannot.includes(tool.id) ? true : undefined}
      className={classes(styles.tool, tool.wide && styles.wide)}
      onClick={() => tool.run(editor)}
    />
  );
  return (
    <>
      <div
        ref={bar}
        role="toolbar"
        tabIndex={-1}
        aria-label="Text tools"
        className={styles.bar}
        onKeyDown={(event) => moveInBar(event, bar.current)}
        // The selection stays where it is while a tool is pressed.
        onMouseDown={(event) => event.preventDefault()}
      >
        <Button look="line" icon={AtSign} title="Cite a card (Ctrl or ⌘ Shift K)" onClick={onCite}>
          Cite a card
        </Button>
        <span className={styles.group}>{tools.map(button)}</span>
        <span className={styles.group}>
          <Menu label="Table" items={tableTools(editor, state.table)}>
            {(trigger) => (
              <IconButton
                {...trigger}
                icon={Table2}
                label="Table"
                aria-pressed={state.table}
                className={classes(styles.tool, styles.wide)}
              />
            )}
          </Menu>
          <IconButton
            icon={Link2}
            label="Link"
            aria-pressed={state.link}
            className={classes(styles.tool, styles.wide)}
            onClick={() => setLinking(true)}
          />
          <IconButton icon={Image} label="Picture" className={classes(styles.tool, styles.wide)} onClick={onPicture} />
          <IconButton
            icon={MessageSquareText}
            label="Comment on these words"
            title="Comment on these words (Ctrl or ⌘ Alt M)"
            className={styles.tool}
            onClick={onComment}
          />
        </span>
        <span className={classes(styles.group, styles.history)}>{history.map(button)}</span>
      </div>
      {linking && <LinkDialog editor={editor} onClose={() => setLinking(false)} />}
    </>
  );
};

/** Left and right, Home and End move among the tools that are shown. */
const moveInBar = (event: KeyboardEvent, bar: HTMLDivElement | null): void => {
  const buttons = [...(bar?.querySelectorAll<HTMLButtonElement>('button') ?? [])].filter(
    (candidate) => candidate.offsetParent !== null,
  );
  const index = buttons.findIndex((candidate) => candidate === document.activeElement);
  if (index < 0) return;
  const steps: Partial<Record<string, number>> = {
    ArrowRight: index + 1,
    ArrowLeft: index - 1,
    Home: 0,
    End: buttons.length - 1,
  };
  const next = steps[event.key];
  if (next === undefined) return;
  event.preventDefault();
  buttons[(next + buttons.length) % buttons.length]?.focus();
};
