// One file of a card, large: a picture with its words, a text with a search, anything else to download.
import { isPicture, type Card, type CardFile } from '@hearth/board/cards';
import { describeFile, detachFile } from '@hearth/board/operations';
import { api } from '@hearth/protocol/http/api';
import type { AttachmentId } from '@hearth/review/ids';
import { ChevronLeft, ChevronRight, Download, Trash2, Unlink } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { adviceOf } from '../api/api-error.ts';
import { command } from '../api/client.ts';
import { useCommands } from '../board/commands.tsx';
import { useSession } from '../board/session.tsx';
import { useAnnounce } from '../design/announce.tsx';
import { Button, IconButton } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { Field, TextArea } from '../design/Field.tsx';
import { useToast } from '../design/toast.tsx';
import { usePicture } from '../design/use-picture.ts';
import { useParams } from '../router/Router.tsx';
import { fileUrl } from './file-url.ts';
import { TextPreview } from './TextPreview.tsx';
import { isText, pictureWords, sizeWords } from './words.ts';
import styles from './FileViewer.module.css';

interface FileViewerProps {
  card: Card;
  first: AttachmentId;
  onClose: () => void;
}

export const FileViewer = ({ card, first, onClose }: FileViewerProps) => {
  const { reviewId = '' } = useParams();
  const say = useAnnounce();
  const [shown, setShown] = useState(first);
  const { files } = card;
  const index = Math.max(
    0,
    files.findIndex(({ id }) => id === shown),
  );
  const file = files[index];
  if (!file) return null;
  const show = (by: -1 | 1): void => {
    const next = files[index + by];
    if (!next) return;
    setShown(next.id);
    say(`${next.name}, ${index + by + 1} of ${files.length}`);
  };
  return (
    <Dialog
      title={file.name}
      width="wide"
      onClose={onClose}
      actions={<FileActions key={file.id} card={card} file={file} onClose={onClose} />}
    >
      <div
        role="group"
        aria-label={`File ${index + 1} of ${files.length}`}
        className={styles.viewer}
        onKeyDown={(event) => {
          if (event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement) return;
          if (event.key === 'ArrowLeft') show(-1);
          else if (event.key === 'ArrowRight') show(1);
        }}
      >
        <Content key={file.id} file={file} url={fileUrl(reviewId, file.id)} />
        {files.length > 1 && (
          <p className={styles.turn}>
            <IconButton icon={ChevronLeft} label="Previous file" disabled={index === 0} onClick={() => show(-1)} />
            <span className="meta">
              {index + 1} of {files.length}
            </span>
            <IconButton
              icon={ChevronRight}
              label="Next file"
              disabled={index === files.length - 1}
              onClick={() => show(1)}
            />
          </p>
        )}
        {isPicture(file) && <AltField key={file.id} card={card} file={file} />}
      </div>
    </Dialog>
  );
};

const Content = ({ file, url }: { file: CardFile; url: string }) => {
  const [picture, fail] = usePicture(url);
  if (isPicture(file) && picture === 'shown')
    return (
      // The focus begins here, so that the arrows turn to the next one at once.
      <div className={styles.stage} tabIndex={0} role="group" aria-label="Picture" data-autofocus>
        <img
          src={url}
          alt={pictureWords(file)}
          width={file.width ?? undefined}
          height={file.height ?? undefined}
          onError={fail}
        />
      </div>
    );
  if (isText(file)) return <TextPreview url={url} />;
  return (
    <p className={styles.nothing} tabIndex={0} data-autofocus>
      {picture === 'shown'
        ? `${sizeWords(file.bytes)}. Hearth shows no files of this kind: download it to look at it.`
        : 'This picture can not be shown. It may have been deleted, or there is no connection.'}
    </p>
  );
};

/** Asked for kindly: a board that can be read by everybody is worth a sentence. */
const AltField = ({ card, file }: { card: Card; file: CardFile }) => {
  const { writer, canWrite } = useSession();
  const say = useAnnounce();
  const [alt, setAlt] = useState(file.alt);
  const keep = (): void => {
    if (canWrite && describeFile(writer, card.id, file.id, alt.trim())) say('The picture is described');
  };
  const keeping = useRef(keep);
  useEffect(() => {
    keeping.current = keep;
  });
  // Escape takes the field away before the focus leaves it.
  useEffect(() => () => keeping.current(), []);
  if (!canWrite) return file.alt === '' ? null : <p>{file.alt}</p>;
  return (
    <Field
      label="What can be seen here?"
      hint="One sentence for those who can’t see it, such as “Queue depth rises from 14:21 and falls at 15:02”."
    >
      <TextArea value={alt} rows={2} maxLength={1000} onChange={(event) => setAlt(event.target.value)} onBlur={keep} />
    </Field>
  );
};

const FileActions = ({ card, file, onClose }: { card: Card; file: CardFile; onClose: () => void }) => {
  const { reviewId = '' } = useParams();
  const { writer, canWrite } = useSession();
  const commands = useCommands();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const takeOff = (): void => {
    onClose();
    if (!detachFile(writer, card.id, file.id)) return;
    const removal = writer.undo.undoStack.at(-1);
    toast(`Took ${file.name} off the card.`, {
      action: {
        label: 'Undo',
        onSelect: () => {
          if (writer.undo.undoStack.at(-1) === removal) commands.undo();
          else toast('You have changed something since. Undo takes that back first.');
        },
      },
    });
  };
  const deleteForGood = async (): Promise<void> => {
    try {
      await command({ path: api.attachment, parameters: { reviewId, attachmentId: file.id }, method: 'DELETE' });
    } catch (error) {
      setAsking(false);
      toast(adviceOf(error));
      return;
    }
    onClose();
    detachFile(writer, card.id, file.id);
    toast(`${file.name} is deleted.`);
  };
  return (
    <>
      {canWrite &&
        (asking ? (
          <>
            <span className={styles.sure}>Deleted files can’t be brought back.</span>
            <Button look="line" onClick={() => setAsking(false)}>
              Keep it
            </Button>
            <Button look="ink" onClick={() => void deleteForGood()}>
              Delete for good
            </Button>
          </>
        ) : (
          <>
            <Button icon={Trash2} onClick={() => setAsking(true)}>
              Delete…
            </Button>
            <Button look="line" icon={Unlink} onClick={takeOff}>
              Take off the card
            </Button>
          </>
        ))}
      <a className={styles.download} href={fileUrl(reviewId, file.id)} download={file.name}>
        <Download size={16} aria-hidden="true" /> Download
      </a>
    </>
  );
};
