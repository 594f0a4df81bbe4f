// The decisions in the outline, between the board and its narrative. Nothing while there is none.
import { useSession } from '../board/session.tsx';
import outline from '../board/outline/Outline.module.css';
import { useFacilitation } from '../facilitation/use-facilitation.ts';
import { DecisionList } from './DecisionList.tsx';

export const OutlineDecisions = () => {
  const { zone } = useSession();
  const { view } = useFacilitation();
  if (!view?.state.decisions?.length) return null;
  return (
    <section className={outline.zone} aria-labelledby="outline-decisions">
      <h2 id="outline-decisions" className={outline.name}>
        Decisions
      </h2>
      <DecisionList zone={zone} readOnly />
    </section>
  );
};
