// The files on a card: pictures small, other files by name, and what is on its way to it.
import { isPicture, type Card, type CardFile } from '@hearth/board/cards';
import type { AttachmentId } from '@hearth/review/ids';
import { FileText, RotateCw, TriangleAlert, X } from 'lucide-react';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { late } from '../shell/late.tsx';
import { classes } from '../design/classes.ts';
import { Icon } from '../design/Icon.tsx';
import { usePicture } from '../design/use-picture.ts';
import { useParams } from '../router/Router.tsx';
import { fileUrl } from './file-url.ts';
import { useUploads, useUploadsOf } from './Uploads.tsx';
import type { Upload } from './upload.ts';
import { isText, pictureWords, sizeWords } from './words.ts';
import styles from './CardFiles.module.css';

const FileViewer = late(async () => (await import('./FileViewer.tsx')).FileViewer);

interface CardFilesProps {
  card: Card;
  /** On the board a card is one stop of the Tab key: its files are reached by its details. */
  stops?: boolean;
  className?: string | undefined;
}

export const CardFiles = ({ card, stops = false, className }: CardFilesProps) => {
  const uploads = useUploadsOf(card.id);
  const [shown, setShown] = useState<AttachmentId | null>(null);
  if (card.files.length === 0 && uploads.length === 0) return null;
  return (
    // What is done to a file is not done to its card.
    <div
      role="presentation"
      className={classes(styles.box, className)}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <ul className={styles.files} aria-label="Files">
        {card.files.map((file) => (
          <li key={file.id}>
            <button type="button" className={styles.file} tabIndex={stops ? 0 : -1} onClick={() => setShown(file.id)}>
              <FileFace file={file} />
            </button>
          </li>
        ))}
        {uploads.map((upload) => (
          <li key={upload.id}>
            <UploadOnCard upload={upload} />
          </li>
        ))}
      </ul>
      {shown !== null &&
        createPortal(<FileViewer card={card} first={shown} onClose={() => setShown(null)} />, document.body)}
    </div>
  );
};

const FileFace = ({ file }: { file: CardFile }) => {
  const { reviewId = '' } = useParams();
  const url = fileUrl(reviewId, file.id, file.thumbnail);
  const [picture, fail] = usePicture(url);
  if (isPicture(file) && picture === 'shown')
    return (
      <img
        className={styles.picture}
        src={url}
        alt={pictureWords(file)}
        width={file.width ?? undefined}
        height={file.height ?? undefined}
        loading="lazy"
        decoding="async"
        draggable={false}
        onError={fail}
      />
    );
  return (
    <span className={styles.named}>
      <Icon of={FileText} size="s" />
      <span className={styles.name}>{file.name}</span>
      <span className={styles.size}>{picture === 'shown' ? sizeWords(file.bytes) : 'can’t be shown'}</span>
      {isText(file) && file.alt !== '' && <span className={styles.lines}>{file.alt}</span>}
    </span>
  );
};

const UploadOnCard = ({ upload }: { upload: Upload }) => {
  const uploads = useUploads();
  const { name, state, id, content } = upload;
  const failed = state.kind === 'failed';
  return (
    <div className={classes(styles.upload, failed && styles.failed)} data-upload={state.kind}>
      <span className={styles.name}>{name}</span>
      {failed ? (
        <p className={styles.why} role="alert">
          <Icon of={TriangleAlert} size="s" /> {state.advice}
        </p>
      ) : (
        <>
          <span className={styles.size}>
            {state.kind === 'offline' ? 'Offline: kept on this device' : sizeWords(content.size)}
          </span>
          <progress
            aria-label={`Sending ${name}`}
            {...(state.kind === 'sending' ? { value: state.done, max: 1 } : { value: 0, max: 1 })}
          />
        </>
      )}
      {failed && (
        <button type="button" aria-label={`Try ${name} again`} onClick={() => uploads?.retry(id)}>
          <Icon of={RotateCw} size="s" />
        </button>
      )}
      <button type="button" aria-label={`Cancel ${name}`} onClick={() => uploads?.cancel(id)}>
        <Icon of={X} size="s" />
      </button>
    </div>
  );
};
