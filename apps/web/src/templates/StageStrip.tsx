// The stages of an agenda as a strip: each as wide as it is long. The list beside it says the same in words.
import styles from './StageStrip.module.css';

interface StageStripProps {
  stages: readonly { id: string; name: string; minutes: number }[];
}

export const StageStrip = ({ stages }: StageStripProps) => (
  <ol className={styles.strip} aria-label="Stages">
    {stages.map(({ id, name, minutes }) => (
      <li key={id} style={{ flexGrow: Math.max(1, minutes) }} title={`${name}, ${minutes} min`}>
        <span className={styles.name}>{name}</span>
        <span className={styles.minutes}>
          {minutes}
          <span className="vh"> minutes</span>
        </span>
      </li>
    ))}
  </ol>
);
