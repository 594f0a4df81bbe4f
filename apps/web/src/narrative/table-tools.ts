// What can be done about a table where the caret stands.
import type { Editor } from '@tiptap/react';
import type { MenuItem } from '../design/Menu.tsx';

export const tableTools = (editor: Editor, inTable: boolean): MenuItem[] => {
  const run = () => editor.chain().focus();
  if (!inTable)
    return [
      {
        id: 'insert',
        label: 'Insert a table',
        onSelect: () => run().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
      },
    ];
  return [
    { id: 'row', label: 'Add a row below', onSelect: () => run().addRowAfter().run() },
    { id: 'column', label: 'Add a column after', onSelect: () => run().addColumnAfter().run() },
    { id: 'delete-row', label: 'Remove this row', apart: true, onSelect: () => run().deleteRow().run() },
    { id: 'delete-column', label: 'Remove this column', onSelect: () => run().deleteColumn().run() },
    { id: 'delete', label: 'Remove the table', onSelect: () => run().deleteTable().run() },
  ];
};
