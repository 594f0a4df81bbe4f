// Pictures on the cards that a part of the story cites, below that part.
import type { ReportPicture } from '@hearth/learning/publishing/report';
import styles from './ReportPictures.module.css';

interface ReportPicturesProps {
  pictures: readonly ReportPicture[];
  /** Where a picture is read from, by its id. */
  urlOf: (id: string) => string;
}

export const ReportPictures = ({ pictures, urlOf }: ReportPicturesProps) =>
  pictures.map(({ id, name, alt, width, height }) => (
    <figure key={id} className={styles.figure}>
      <a href={urlOf(id)} target="_blank" rel="noreferrer">
        <img
          src={urlOf(id)}
          alt={alt.trim() || `Picture ${name}, not described`}
          width={width}
          height={height}
          loading="lazy"
        />
      </a>
      {alt.trim() !== '' && <figcaption>{alt}</figcaption>}
    </figure>
  ));
