// Puts a picture into the text: from this device, or by its address.
import type { Editor } from '@tiptap/react';
import { ImageUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { Field, TextInput } from '../design/Field.tsx';
import type { OwnPictures } from './own-pictures.ts';
import { pictureAddress } from './picture-address.ts';
import styles from './PictureDialog.module.css';

interface PictureDialogProps {
  editor: Editor;
  pictures: OwnPictures;
  onClose: () => void;
}

export const PictureDialog = ({ editor, pictures, onClose }: PictureDialogProps) => {
  const [address, setAddress] = useState('');
  const [alt, setAlt] = useState('');
  const device = useRef<HTMLInputElement>(null);
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
        className={styles.fields}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <div className={styles.device}>
          <Button look="line" icon={ImageUp} onClick={() => device.current?.click()}>
            Choose from this device
          </Button>
          <input
            ref={device}
            type="file"
            multiple
            hidden
            accept="image/png,image/jpeg,image/gif,image/webp"
            aria-label="Pictures for the narrative"
            onChange={(event) => {
              const files = [...(event.target.files ?? [])];
              if (files.length === 0) return;
              onClose();
              pictures.put(editor, files, { alt });
            }}
          />
          <span>or paste one into the text</span>
        </div>
        <Field
          label="Or its address"
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
