// Whom the room still waits for, before the start.
import type { FacilitationView } from '@hearth/protocol/facilitation';
import { useColumns } from '../board/session.tsx';
import { missingPeople, missingWords } from './missing-people.ts';

export const Missing = ({ view }: { view: FacilitationView }) => {
  const columns = useColumns();
  const missing = missingPeople(
    view,
    columns.map((column) => column.name),
  );
  return <span title={missing.length > 4 ? missing.join(', ') : undefined}>{missingWords(missing)}</span>;
};
