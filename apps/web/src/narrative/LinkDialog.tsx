// Sets, changes or removes the link of the selected words.
import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { Field, TextInput } from '../design/Field.tsx';
import { cleanAddress } from './link-address.ts';

interface LinkDialogProps {
  editor: Editor;
  onClose: () => void;
}

export const LinkDialog = ({ editor, onClose }: LinkDialogProps) => {
  const [before] = useState<string>(() => {
    const address: unknown = editor.getAttributes('link')['href'];
    return typeof address === 'string' ? address : '';
  });
  const [address, setAddress] = useState(before);
  const [problem, setProblem] = useState<string | null>(null);

  const keep = (): void => {
    const href = cleanAddress(address);
    if (href === null) {
      setProblem('A link begins with https://, http:// or mailto:.');
      return;
    }
    onClose();
    const chain = editor.chain().focus().extendMarkRange('link');
    if (editor.state.selection.empty && before === '')
      chain.insertContent({ type: 'text', text: address.trim(), marks: [{ type: 'link', attrs: { href } }] }).run();
    else chain.setLink({ href }).run();
  };
  const remove = (): void => {
    onClose();
    editor.chain().focus().extendMarkRange('link').unsetLink().run();
  };

  return (
    <Dialog
      title="Link"
      width="narrow"
      onClose={onClose}
      actions={
        <>
          {before !== '' && <Button onClick={remove}>Remove the link</Button>}
          <Button look="ink" submit form="narrative-link">
            Keep
          </Button>
        </>
      }
    >
      <form
        id="narrative-link"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <Field label="Address" hint="http, https or mailto" problem={problem}>
          <TextInput
            value={address}
            inputMode="url"
            placeholder="https://"
            onChange={(event) => {
              setAddress(event.target.value);
              setProblem(null);
            }}
          />
        </Field>
      </form>
    </Dialog>
  );
};
