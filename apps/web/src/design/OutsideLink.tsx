// A link that somebody put on a card: its words, and beside them the host that it leads to, as the network knows it. Letters
// that only look like others show as what they are (xn--…), and nothing before an @ passes for the host. Rules: SPEC B62.
import { hostOf } from './host.ts';
import styles from './OutsideLink.module.css';

export const OutsideLink = ({ url, label }: { url: string; label: string }) => {
  const host = hostOf(url);
  if (host === null) return <span dir="auto">{label || url}</span>;
  const words = label.trim();
  return (
    <span className={styles.link}>
      <a href={url} target="_blank" rel="noreferrer noopener" dir="auto" title={new URL(url).href.slice(0, 300)}>
        {words || host}
        <span className="vh"> (in a new tab)</span>
      </a>
      {words !== '' && words !== host && (
        <bdi className={styles.host} dir="ltr">
          {host}
        </bdi>
      )}
    </span>
  );
};
