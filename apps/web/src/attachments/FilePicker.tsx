// Buttons that add files to a card: from the device, and on a phone from its camera.
import type { CardId } from '@hearth/review/ids';
import { Camera, Paperclip } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '../design/Button.tsx';
import { useUploads } from './Uploads.tsx';
import styles from './FilePicker.module.css';

export const FilePicker = ({ cardId }: { cardId: CardId }) => {
  const uploads = useUploads();
  const file = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  if (uploads === null) return null;
  const taken = (input: HTMLInputElement): void => {
    uploads.add(cardId, [...(input.files ?? [])]);
    // The same file may be chosen again.
    input.value = '';
  };
  return (
    <div className={styles.picker}>
      <Button look="line" icon={Paperclip} onClick={() => file.current?.click()}>
        Add a file or picture
      </Button>
      <Button look="line" icon={Camera} className={styles.camera} onClick={() => camera.current?.click()}>
        Take a picture
      </Button>
      <input
        ref={file}
        type="file"
        multiple
        hidden
        aria-label="Files for this card"
        onChange={(event) => taken(event.target)}
      />
      <input
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        aria-label="A picture for this card"
        onChange={(event) => taken(event.target)}
      />
    </div>
  );
};
