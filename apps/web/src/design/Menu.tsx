// A menu that opens from a button, in the browser's top layer: arrows, Home, End, first letters, Escape.
import { useEffect, useId, useLayoutEffect, useRef, useState, type ReactNode, type Ref } from 'react';
import type { LucideIcon } from 'lucide-react';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';
import { nextMenuIndex } from './menu-keys.ts';
import styles from './Menu.module.css';

export interface MenuItem {
  id: string;
  label: string;
  icon?: LucideIcon | undefined;
  /** The key that does the same, shown at the end. */
  keys?: string | undefined;
  checked?: boolean | undefined;
  disabled?: boolean | undefined;
  /** A hairline above. */
  apart?: boolean | undefined;
  onSelect: () => void;
}

export interface MenuTrigger {
  ref: Ref<HTMLButtonElement>;
  'aria-haspopup': 'menu';
  'aria-expanded': boolean;
  'aria-controls': string | undefined;
  onClick: () => void;
}

interface MenuProps {
  /** Name of the menu, such as "For this card". */
  label: string;
  items: readonly MenuItem[];
  /** Renders the button: `(trigger) => <Button {...trigger}>More</Button>`. */
  children: (trigger: MenuTrigger) => ReactNode;
  /** Words above the items, such as whose menu it is. */
  heading?: ReactNode;
}

export const Menu = ({ label, items, children, heading }: MenuProps) => {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = (giveBack: boolean) => {
    setOpen(false);
    if (giveBack) button.current?.focus();
  };
  return (
    <>
      {children({
        ref: button,
        'aria-haspopup': 'menu',
        'aria-expanded': open,
        'aria-controls': open ? id : undefined,
        onClick: () => setOpen((is) => !is),
      })}
      {open && (
        <MenuList id={id} label={label} items={items} heading={heading} anchor={() => button.current} onClose={close} />
      )}
    </>
  );
};

interface MenuListProps {
  id?: string;
  label: string;
  items: readonly MenuItem[];
  heading?: ReactNode;
  /** What the menu opens beside: an element, or a point of the viewport. */
  anchor: () => Element | { x: number; y: number } | null;
  /** @param giveBack  whether the focus should return to where it was. */
  onClose: (giveBack: boolean) => void;
}

/** The menu without its button, for what opens it elsewhere. */
export const MenuList = ({ id, label, items, heading, anchor, onClose }: MenuListProps) => {
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const closing = useRef(onClose);
  const anchored = useRef(anchor);
  useEffect(() => {
    closing.current = onClose;
    anchored.current = anchor;
  });

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    element.showPopover();
    place(element, anchored.current());
    buttonsOf(list.current)[0]?.focus();
  }, []);

  useEffect(() => {
    const outside = (event: PointerEvent) => {
      const at = anchored.current();
      const target = event.target as Node;
      if (box.current?.contains(target) || (at instanceof Element && at.contains(target))) return;
      closing.current(false);
    };
    document.addEventListener('pointerdown', outside, true);
    return () => document.removeEventListener('pointerdown', outside, true);
  }, []);

  const choose = (item: MenuItem) => {
    if (item.disabled) return;
    onClose(true);
    item.onSelect();
  };

  return (
    <div
      ref={box}
      popover="manual"
      role="presentation"
      className={styles.menu}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape' || event.key === 'Tab') {
          event.preventDefault();
          onClose(true);
          return;
        }
        const buttons = buttonsOf(list.current);
        const next = nextMenuIndex(
          event.key,
          buttons.findIndex((button) => button === document.activeElement),
          items.map((item) => item.label),
        );
        if (next === null) return;
        event.preventDefault();
        buttons[next]?.focus();
      }}
    >
      {heading && <div className={styles.heading}>{heading}</div>}
      <ul ref={list} id={id} role="menu" aria-label={label}>
        {items.map((item) => (
          <li key={item.id} role="none" className={classes(item.apart && styles.apart)}>
            <button
              type="button"
              role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
              aria-checked={item.checked}
              aria-disabled={item.disabled}
              tabIndex={-1}
              onClick={() => choose(item)}
              onPointerEnter={(event) => event.currentTarget.focus({ preventScroll: true })}
            >
              {item.icon && <Icon of={item.icon} />}
              <span>{item.label}</span>
              {item.keys && <kbd aria-hidden="true">{item.keys}</kbd>}
              {item.checked && <span className={styles.tick} aria-hidden="true" />}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
};

const buttonsOf = (list: HTMLUListElement | null) => [...(list?.querySelectorAll<HTMLButtonElement>('button') ?? [])];

/** Below the anchor and flush with its nearer edge; above it where there is no room below. */
const place = (menu: HTMLElement, anchor: Element | { x: number; y: number } | null) => {
  if (anchor === null) return;
  const at =
    anchor instanceof Element
      ? anchor.getBoundingClientRect()
      : { left: anchor.x, right: anchor.x, top: anchor.y, bottom: anchor.y };
  const { width, height } = menu.getBoundingClientRect();
  const edge = 8;
  const left = at.left + width + edge > window.innerWidth ? at.right - width : at.left;
  const below = at.bottom + 4;
  const top = below + height + edge > window.innerHeight ? at.top - 4 - height : below;
  menu.style.left = `${Math.max(edge, Math.min(left, window.innerWidth - width - edge))}px`;
  menu.style.top = `${Math.max(edge, top)}px`;
};
