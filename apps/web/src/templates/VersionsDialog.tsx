// Every version of an agenda, to look at and to bring back.
import type { TemplateBody } from '@hearth/protocol/http/templates';
import { minutesOf } from '@hearth/review/templates/template';
import { clock, counted, longDay } from '@hearth/review/time/words';
import { adviceOf } from '../api/api-error.ts';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { Notice } from '../design/Notice.tsx';
import { Skeleton } from '../design/Skeleton.tsx';
import { localZone } from '../time/zones.ts';
import { useVersions } from './queries.ts';
import { StageStrip } from './StageStrip.tsx';
import styles from './VersionsDialog.module.css';

interface VersionsDialogProps {
  templateId: string;
  /** @param newest  the version that is followed when it is saved. */
  onTake: (template: TemplateBody, newest: number) => void;
  onClose: () => void;
}

export const VersionsDialog = ({ templateId, onTake, onClose }: VersionsDialogProps) => {
  const versions = useVersions(templateId);
  const zone = localZone();
  return (
    <Dialog title="Versions of this agenda" width="wide" onClose={onClose}>
      {versions.isError ? (
        <Notice live="alert">{adviceOf(versions.error)}</Notice>
      ) : versions.data === undefined ? (
        <Skeleton label="Loading the versions" lines={4} />
      ) : (
        <ul className={styles.versions}>
          {versions.data.map((template, at) => (
            <li key={template.version}>
              <div className={styles.head}>
                <h3>Version {template.version}</h3>
                <p>
                  {at === 0 && 'The newest. '}
                  {template.savedAt !== null &&
                    `${longDay(template.savedAt, zone)}, ${clock(template.savedAt, zone)}; `}
                  {counted(minutesOf(template), 'minute')}
                </p>
                <Button look="line" onClick={() => onTake(template, versions.data[0]?.version ?? template.version)}>
                  Bring back<span className="vh"> version {template.version}</span>
                </Button>
              </div>
              <StageStrip stages={template.stages} />
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
};
