// The phone's composer: always there, for the zone the room is in, or any place that one chooses.
import { useState, useSyncExternalStore } from 'react';
import { UserPlus } from 'lucide-react';
import { boardZones, type BoardZone } from '@hearth/board/zones';
import { useCommands } from '../board/commands.tsx';
import { Composer } from '../board/compose/Composer.tsx';
import { defaultGroup } from '../board/default-group.ts';
import { cardElement } from '../board/focus.ts';
import { groupsOf, zoneNames } from '../board/groups.ts';
import { useSession, useUi } from '../board/session.tsx';
import { Button } from '../design/Button.tsx';
import { PrivateComposer } from '../drafts/PrivateComposer.tsx';
import { useDrafts } from '../drafts/use-drafts.ts';
import { useFacilitation } from '../facilitation/use-facilitation.ts';
import styles from './PhoneRoom.module.css';

interface PhoneComposerProps {
  zone: BoardZone | null;
  /** Offers the places of all zones, not of the room's alone. */
  anyZone: boolean;
}

export const PhoneComposer = ({ zone, anyZone }: PhoneComposerProps) => {
  const { view, locked } = useSession();
  const commands = useCommands();
  const { seat } = useFacilitation();
  const { writing, own: draft } = useDrafts();
  const keys = useSyncExternalStore(view.subscribe, () =>
    groupsOf(view)
      .map((group) => group.key)
      .join('\n'),
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const asked = useUi((ui) => ui.composing);
  const known = new Set(keys.split('\n'));
  const groups = groupsOf(view).filter(
    (group) =>
      !locked.has(group.zone) && (anyZone || group.zone === zone || (zone === 'learnings' && group.zone === 'actions')),
  );
  const wanted = asked?.group ?? chosen;
  const group = wanted !== null && known.has(wanted) ? wanted : defaultGroup(view, zone ?? 'timeline', null, seat.name);
  const mine = seat.name.toLocaleLowerCase();
  const needsColumn =
    zone === 'perspectives' && !view.columns().some((column) => column.name.toLocaleLowerCase() === mine);
  const ownColumn = needsColumn && (
    <Button
      look={group === null ? 'ink' : 'plain'}
      icon={UserPlus}
      onClick={() => {
        const id = commands.addColumn(seat.name, '');
        if (id !== null) setChosen(`perspective/${id}`);
      }}
    >
      Add my column
    </Button>
  );
  if (writing?.phase === 'private' && draft && zone === 'perspectives' && !anyZone)
    return (
      <div className={styles.say}>
        <PrivateComposer writing={writing} />
      </div>
    );
  if (group === null) return ownColumn && <div className={styles.say}>{ownColumn}</div>;
  return (
    <div className={styles.say}>
      {(groups.length > 1 || ownColumn) && (
        <div className={styles.choose}>
          {groups.length > 1 && (
            <label className={styles.where}>
              <span className="vh">Where it goes</span>
              {anyZone && (
                <span className="meta" aria-hidden="true">
                  {zoneNames[groups.find(({ key }) => key === group)?.zone ?? 'timeline']}
                </span>
              )}
              <select value={group} onChange={(event) => setChosen(event.target.value)}>
                {boardZones.map((one) => {
                  const own = groups.filter((candidate) => candidate.zone === one);
                  return (
                    own.length > 0 && (
                      <optgroup key={one} label={zoneNames[one]}>
                        {own.map((candidate) => (
                          <option key={candidate.key} value={candidate.key}>
                            {candidate.name}
                          </option>
                        ))}
                      </optgroup>
                    )
                  );
                })}
              </select>
            </label>
          )}
          {ownColumn}
        </div>
      )}
      <Composer
        key={`${group} ${asked?.time ?? ''}`}
        group={group}
        time={asked?.time ?? ''}
        resident
        onClose={() => undefined}
        // The new card may stand far up or down in its list.
        onAdded={(id) => requestAnimationFrame(() => cardElement(id)?.scrollIntoView({ block: 'center' }))}
      />
    </div>
  );
};
