// A picture that the review keeps. Whoever may read the page may read it. Others see it a moment after it was put in: until
// it has arrived it is asked for again and again.
import { Image as Picture } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Icon } from '../design/Icon.tsx';
import styles from './LinkedPicture.module.css';

const askAgainMs = 3_000;
const mostAsked = 20;

interface OwnPictureProps {
  url: string;
  /** What it shows, in words. */
  alt: string;
}

export const OwnPicture = ({ url, alt }: OwnPictureProps) => {
  const [asked, setAsked] = useState(0);
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    if (!missing || asked >= mostAsked) return;
    const timer = setTimeout(() => {
      setAsked((times) => times + 1);
      setMissing(false);
    }, askAgainMs);
    return () => clearTimeout(timer);
  }, [missing, asked]);
  if (missing)
    return (
      <div className={styles.frame}>
        <Icon of={Picture} size="l" />
        <p>{asked < mostAsked ? 'The picture is on its way.' : 'This picture is not here any more.'}</p>
      </div>
    );
  return (
    <img
      key={asked}
      src={url}
      alt={alt === '' ? 'A picture, not described' : alt}
      decoding="async"
      className={styles.image}
      onError={() => setMissing(true)}
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
