// A picture that stands on another site. Its site learns who looks, and when: so it is fetched when a person asks for it.
import { ExternalLink, Image as Picture } from 'lucide-react';
import { useState } from 'react';
import { Icon } from '../design/Icon.tsx';
import { hostOf, pictureAddress } from '../narrative/picture-address.ts';
import styles from './LinkedPicture.module.css';

interface LinkedPictureProps {
  address: unknown;
  /** What it shows, in words. */
  alt: unknown;
}

export const LinkedPicture = ({ address, alt }: LinkedPictureProps) => {
  const href = pictureAddress(address);
  const words = typeof alt === 'string' ? alt.trim() : '';
  const [asked, setAsked] = useState<string | null>(null);
  const [broken, setBroken] = useState(false);
  const shown = href !== null && asked === href;
  return (
    <figure className={styles.picture}>
      {shown && !broken ? (
        <img
          src={href}
          alt={words}
          referrerPolicy="no-referrer"
          decoding="async"
          className={styles.image}
          onError={() => setBroken(true)}
        />
      ) : (
        <div className={styles.frame}>
          <Icon of={Picture} size="l" />
          {href === null ? (
            <p>This picture has no address that can be shown. It must begin with https://.</p>
          ) : broken ? (
            <p>
              {hostOf(href)} did not give the picture.{' '}
              <a href={href} target="_blank" rel="noopener noreferrer nofollow">
                Open it there <Icon of={ExternalLink} size="s" />
                <span className="vh"> (in a new tab)</span>
              </a>
            </p>
          ) : (
            <button type="button" onClick={() => setAsked(href)}>
              Show the picture from {hostOf(href)}
            </button>
          )}
        </div>
      )}
      {words !== '' && <figcaption>{words}</figcaption>}
    </figure>
  );
};
