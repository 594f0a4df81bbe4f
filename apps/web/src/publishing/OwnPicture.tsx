// A picture that the review keeps. Whoever may read the page may read it. Others see it a moment after it was put in.
import { Image as Picture } from 'lucide-react';
import { Icon } from '../design/Icon.tsx';
import { usePicture } from '../design/use-picture.ts';
import styles from './LinkedPicture.module.css';

interface OwnPictureProps {
  url: string;
  /** What it shows, in words. */
  alt: string;
}

export const OwnPicture = ({ url, alt }: OwnPictureProps) => {
  const [state, fail] = usePicture(url);
  if (state !== 'shown')
    return (
      <div className={styles.frame}>
        <Icon of={Picture} size="l" />
        <p>{state === 'awaited' ? 'The picture is on its way.' : 'This picture is not here any more.'}</p>
      </div>
    );
  return (
    <img
      src={url}
      alt={alt === '' ? 'A picture, not described' : alt}
      decoding="async"
      className={styles.image}
      onError={fail}
    />
  );
};

/** As readers meet it. */
export const OwnFigure = ({ url, alt }: OwnPictureProps) => (
  <figure className={styles.picture}>
    <OwnPicture url={url} alt={alt} />
    {alt !== '' && <figcaption>{alt}</figcaption>}
  </figure>
);
