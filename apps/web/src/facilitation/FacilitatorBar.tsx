// The facilitator's bar while the meeting runs. Facts for now stand left, acts on others right.
import type { FacilitationView } from '@hearth/protocol/facilitation';
import { ChevronLeft, ChevronRight, Ellipsis } from 'lucide-react';
import { Button, IconButton } from '../design/Button.tsx';
import { Icon } from '../design/Icon.tsx';
import { Menu } from '../design/Menu.tsx';
import { ClockControls } from './ClockControls.tsx';
import styles from './ControlBar.module.css';
import { HandsMenu } from './HandsMenu.tsx';
import { NextLine } from '../prompts/late-parts.ts';
import { readyCount } from './people.ts';
import { ReadyPips } from './ReadyPips.tsx';
import { leaderWords } from './running/names.ts';
import { useEnd, usePlanNews } from './running/use-plan-news.ts';
import { useRunItems } from './running/use-run-items.ts';
import { StageClock } from './StageClock.tsx';
import { StageName } from './StageName.tsx';
import { useCommand, useFacilitation, useRemaining } from './use-facilitation.ts';

export const FacilitatorBar = ({ view }: { view: FacilitationView }) => {
  const { seat } = useFacilitation();
  const command = useCommand();
  const remaining = useRemaining();
  const { stages, stageIndex } = view.state;
  const previous = stages[stageIndex - 1];
  const ready = readyCount(view);
  const items = useRunItems(view);
  const end = useEnd(view);
  const news = usePlanNews(view);
  return (
    <>
      <div className={styles.group}>
        <IconButton
          icon={ChevronLeft}
          label={previous ? `Back to ${previous.name}` : 'This is the first stage'}
          disabled={!previous}
          className={styles.back}
          onClick={() => void command({ kind: 'back' })}
        />
        <StageName state={view.state} />
        <NextButton view={view} />
      </div>
      {ready.of > 0 && (
        <div className={styles.group}>
          <ReadyPips count={ready} />
        </div>
      )}
      {remaining && (
        <fieldset className={styles.clockGroup} aria-label="Clock">
          <StageClock remaining={remaining} ends={end?.expected ?? null} />
          <ClockControls paused={remaining.paused} />
          {/* While others write for themselves the bar is full: the menu and the rail tell it all the same. */}
          {news && view.state.writing?.phase !== 'private' && (
            <Button className={styles.plan} title={news.sentence} onClick={() => void command({ kind: 'reflow' })}>
              {news.short}
              <span className="vh">: {news.sentence.slice(news.short.length + 2)} Plan it so.</span>
            </Button>
          )}
        </fieldset>
      )}
      <NextLine />
      <div className={styles.end}>
        <HandsMenu view={view} />
        <Menu
          label="More for the facilitator"
          heading={[leaderWords(view, seat.participantId), news?.sentence].filter(Boolean).join('. ')}
          items={items}
        >
          {(trigger) => <IconButton {...trigger} icon={Ellipsis} label="More for the facilitator" />}
        </Menu>
      </div>
    </>
  );
};

/** Named by where it leads: the next stage, or the end. */
export const NextButton = ({ view }: { view: FacilitationView }) => {
  const command = useCommand();
  const { stages, stageIndex } = view.state;
  const next = stages[stageIndex + 1];
  if (!next)
    return (
      <Button look="line" onClick={() => void command({ kind: 'end' })}>
        End the review
      </Button>
    );
  return (
    <Button look="line" onClick={() => void command({ kind: 'next' })}>
      <span className="vh">Move the room to </span>
      {next.name} <Icon of={ChevronRight} />
    </Button>
  );
};
