// The list under the caret: what `/` can insert, whom `@` can name. The focus stays in the text; keys come through it.
import type { Person } from '@hearth/protocol/facilitation';
import { roleNames } from '@hearth/review/roles';
import { counted } from '@hearth/review/time/words';
import type { Editor } from '@tiptap/react';
import { useEffect, useEffectEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useAnnounce } from '../design/announce.tsx';
import { Avatar } from '../design/Avatar.tsx';
import { Icon } from '../design/Icon.tsx';
import { floatingHome, placeBeside } from './floating.ts';
import { bestOf } from './fuzzy.ts';
import { insertionsFor, type InsertActions, type Insertion } from './insertions.ts';
import type { Asked } from './suggest.ts';
import styles from './SuggestList.module.css';

interface SuggestListProps {
  editor: Editor;
  asked: Asked;
  people: readonly Person[];
  actions: InsertActions;
  /** Gives the editor what to do with a key. */
  onKeys: (handler: ((event: KeyboardEvent) => boolean) | null) => void;
}

type Option =
  | { id: string; insertion: Insertion; person?: undefined }
  | { id: string; person: Person; insertion?: undefined };

const most = 40;

export const SuggestList = ({ editor, asked, people, actions, onKeys }: SuggestListProps) => {
  const id = useId();
  const announce = useAnnounce();
  const box = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState({ index: 0, query: '' });
  const options = optionsFor(editor, asked, people);
  const index = chosen.query === asked.query ? Math.min(chosen.index, Math.max(0, options.length - 1)) : 0;
  const active = options[index] ? `${id}-${index}` : null;

  const choose = (option: Option): void => {
    const range = { from: asked.from, to: asked.to };
    if (option.insertion) {
      option.insertion.run(editor, range, actions);
      announce(`${option.insertion.name}.`);
      return;
    }
    const { participantId, name } = option.person;
    editor
      .chain()
      .focus()
      .insertContentAt(range, [
        { type: 'mention', attrs: { personId: participantId, name } },
        { type: 'text', text: ' ' },
      ])
      .run();
    announce(`${name} is named here.`);
  };

  const onKey = useEffectEvent((event: KeyboardEvent): boolean => {
    const option = options[index];
    if (option && (event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) {
      choose(option);
      return true;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || options.length === 0) return false;
    setChosen({ index: (index + step + options.length) % options.length, query: asked.query });
    return true;
  });
  useEffect(() => {
    onKeys((event) => onKey(event));
    return () => onKeys(null);
  }, [onKeys]);

  useEffect(() => {
    editor.commands.showSuggestions({ id, active });
  }, [editor, id, active]);
  useEffect(() => {
    announce(options.length === 0 ? 'Nothing goes by that name.' : `${counted(options.length, 'suggestion')}.`);
  }, [announce, options.length]);
  useLayoutEffect(() => {
    if (box.current) placeBeside(box.current, editor.view.coordsAtPos(asked.from));
  });
  useEffect(() => {
    document.getElementById(active ?? '')?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  // An "@" in front of what is no name is a sign like any other.
  if (options.length === 0 && asked.kind === 'mention') return null;
  return createPortal(
    <div ref={box} className={styles.box}>
      {options.length === 0 ? (
        <p className={styles.nothing}>Nothing goes by that name.</p>
      ) : (
        <div id={id} role="listbox" aria-label={asked.kind === 'insert' ? 'Insert' : 'People of this review'}>
          {options.map((option, place) => (
            // The keys of the list are those of the text: nothing in it takes the focus.
            <div
              key={option.id}
              id={`${id}-${place}`}
              role="option"
              tabIndex={-1}
              aria-selected={place === index}
              className={styles.option}
              onPointerMove={() => setChosen({ index: place, query: asked.query })}
              onPointerDown={(event) => {
                event.preventDefault();
                choose(option);
              }}
            >
              {option.insertion ? (
                <>
                  <Icon of={option.insertion.icon} />
                  <span>{option.insertion.name}</span>
                  <span className={styles.hint}>{option.insertion.hint}</span>
                </>
              ) : (
                <>
                  <Avatar name={option.person.name} size="s" />
                  <span>{option.person.name}</span>
                  <span className={styles.hint}>{roleNames[option.person.role]}</span>
                </>
              )}
            </div>
          ))}
        </div>
      )}
    </div>,
    floatingHome(),
  );
};

const optionsFor = (editor: Editor, asked: Asked, people: readonly Person[]): Option[] => {
  if (asked.kind === 'insert')
    return insertionsFor(editor.state.doc, asked.query).map((insertion) => ({ id: insertion.id, insertion }));
  return bestOf(people, asked.query, ({ name }) => [name])
    .slice(0, most)
    .map((person) => ({ id: person.participantId, person }));
};
