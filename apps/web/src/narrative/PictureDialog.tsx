// Puts a picture into the text by its address.
import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { Field, TextInput } from '../design/Field.tsx';
import { pictureAddress } from './picture-address.ts';

interface PictureDialogProps {
  editor: Editor;
  onClose: () => void;
}

export const PictureDialog = ({ editor, onClose }: PictureDialogProps) => {
  const [address, setAddress] = useState('');
  const [alt, setAlt] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const keep = (): void => {
    const src = pictureAddress(address);
    if (src === null) {
      setProblem('The address of a picture begins with https:// and has no password in it.');
      return;
    }
    onClose();
    editor
      .chain()
      .focus()
      .insertContent([{ type: 'image', attrs: { src, alt: alt.trim() } }, { type: 'paragraph' }])
      .run();
  };
  return (
    <Dialog
      title="Picture"
      width="narrow"
      onClose={onClose}
      actions={
        <Button look="ink" submit form="narrative-picture">
          Put it here
        </Button>
      }
    >
      <form
        id="narrative-picture"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <Field
          label="Address"
          hint="It stays where it is. Nobody’s browser fetches it before they ask to see it."
          problem={problem}
        >
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
        <Field label="What it shows" hint="For those who can’t see it, and for the published page">
          <TextInput value={alt} maxLength={300} onChange={(event) => setAlt(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  );
};
