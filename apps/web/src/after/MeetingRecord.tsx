// The meeting's own record, for the facilitators: the agenda as planned and as held, counts, and what to plan next time.
import type { RecordBody } from '@hearth/protocol/http/record';
import { ArrowRight } from 'lucide-react';
import { useSession } from '../access/queries.ts';
import { ButtonLink } from '../design/Button.tsx';
import { Skeleton } from '../design/Skeleton.tsx';
import { QueryProblem } from '../shell/QueryProblem.tsx';
import styles from './After.module.css';
import { useRecord } from './queries.ts';
import { hintWords, meetingWords, participationWords, stageNote, usedWords } from './words.ts';

export const MeetingRecord = ({ reviewId, zone }: { reviewId: string; zone: string }) => {
  const record = useRecord(reviewId);
  if (record.isError && record.data === undefined)
    return <QueryProblem error={record.error} onRetry={() => void record.refetch()} />;
  if (record.data === undefined) return <Skeleton label="Loading the record" lines={6} />;
  const { data } = record;
  const participation = participationWords(data);
  return (
    <>
      <p>{meetingWords(data, zone)}</p>
      <Stages stages={data.stages} />
      {participation !== '' && <p>{participation}</p>}
      {data.hints.length > 0 && <Hints reviewId={reviewId} record={data} />}
    </>
  );
};

const Stages = ({ stages }: Pick<RecordBody, 'stages'>) => {
  const anyWritten = stages.some(({ written }) => written > 0);
  return (
    <table className={styles.record}>
      <thead>
        <tr>
          <th scope="col">Stage</th>
          <th scope="col">
            Planned<span className="vh">, minutes</span>
          </th>
          <th scope="col">
            Used<span className="vh">, minutes</span>
          </th>
          {anyWritten && (
            <th scope="col">
              Written<span className="vh">: how much, by all together</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {stages.map((stage) => {
          const note = stageNote(stage);
          return (
            <tr key={stage.stageId} data-outcome={stage.outcome}>
              <th scope="row" dir="auto">
                {stage.name}
                {note !== '' && <span className={styles.note}>{note}</span>}
              </th>
              <td>{stage.plannedMinutes}</td>
              <td>{usedWords(stage.usedMs)}</td>
              {anyWritten && <td>{stage.written}</td>}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};

const Hints = ({ reviewId, record: { hints, agenda } }: { reviewId: string; record: RecordBody }) => {
  const session = useSession();
  const owner = session.data?.account != null;
  const changes = hints.some(({ kind }) => kind === 'minutes');
  return (
    <>
      <h3 className={styles.minor}>For the next time</h3>
      <ul className={styles.lines}>
        {hints.map((hint) => (
          <li key={hint.stageId}>{hintWords(hint)}</li>
        ))}
      </ul>
      {owner && agenda && changes && (
        <div className={styles.take}>
          <ButtonLink
            look="line"
            icon={ArrowRight}
            to={
              agenda.builtIn
                ? `/templates/new?from=${agenda.id}&after=${reviewId}`
                : `/templates/${agenda.id}?after=${reviewId}`
            }
          >
            {agenda.builtIn ? 'Take this into an agenda of our own' : 'Take this into the next version'}
          </ButtonLink>
          <span className="small">Opens it in the editor. Nothing is saved before you save it.</span>
        </div>
      )}
      {!owner && changes && (
        <p className="small">Whoever looks after the workspace’s agendas can take this into the next version.</p>
      )}
    </>
  );
};
