import { useState } from 'react';
import { useFacilitation } from '../facilitation/use-facilitation.ts';
import { promptsOf } from './prompts.ts';
import styles from './Drawer.module.css';

/** The stage's question, and a few more to read aloud. */
export const DrawerPrompts = () => {
  const { view } = useFacilitation();
  const [chosen, setChosen] = useState<string | null>(null);
  const stages = view?.state.stages ?? [];
  const stage = stages.find((one) => one.id === chosen) ?? stages[view?.state.stageIndex ?? 0];
  return (
    <div className={styles.body}>
      <label className={styles.forStage}>
        <span className="small">For</span>
        <select value={stage?.id ?? ''} onChange={(event) => setChosen(event.target.value)}>
          {stages.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
        <span className="small">Read one aloud.</span>
      </label>
      <ul className={styles.prompts}>
        {[...(stage ? [stage.question] : []), ...(stage?.prompts ?? promptsOf(stage?.id))].map((prompt) => (
          <li key={prompt}>{prompt}</li>
        ))}
      </ul>
    </div>
  );
};
