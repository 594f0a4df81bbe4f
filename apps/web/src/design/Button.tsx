// Buttons and links that look like them. Ink is the only accent: one `ink` button a view, `line` beside it, `plain` for the rest.
import type { ComponentProps } from 'react';
import type { LucideIcon } from 'lucide-react';
import { Link } from '../router/Router.tsx';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';
import styles from './Button.module.css';

type Look = 'plain' | 'line' | 'ink';

interface ButtonLook {
  look?: Look | undefined;
  icon?: LucideIcon | undefined;
  /** 44 px high everywhere, for the one thing a page is for. */
  large?: boolean | undefined;
}

type ButtonProps = Omit<ComponentProps<'button'>, 'type'> &
  ButtonLook & {
    /** Sends the form it stands in. */
    submit?: boolean | undefined;
    /** Work is under way: the button keeps its place and its focus, and does nothing more. */
    busy?: boolean | undefined;
  };

export const Button = ({
  look = 'plain',
  icon,
  large,
  busy,
  submit,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) => (
  <button
    {...rest}
    type={submit ? 'submit' : 'button'}
    aria-disabled={busy ? true : rest['aria-disabled']}
    aria-busy={busy ? true : undefined}
    onClick={busy ? (event) => event.preventDefault() : onClick}
    className={classes(styles.button, styles[look], large && styles.large, className)}
  >
    {icon && <Icon of={icon} />}
    {children}
  </button>
);

type LinkProps = ComponentProps<typeof Link> & ButtonLook;

export const ButtonLink = ({ look = 'plain', icon, large, className, children, ...rest }: LinkProps) => (
  <Link {...rest} className={classes(styles.button, styles[look], large && styles.large, className)}>
    {icon && <Icon of={icon} />}
    {children}
  </Link>
);

type IconButtonProps = Omit<ComponentProps<'button'>, 'children' | 'aria-label' | 'type'> & {
  icon: LucideIcon;
  /** What it does; spoken, and shown on hover. */
  label: string;
  look?: Look | undefined;
  solid?: boolean | undefined;
};

export const IconButton = ({ icon, label, look = 'plain', solid = false, className, ...rest }: IconButtonProps) => (
  <button
    {...rest}
    type="button"
    aria-label={label}
    title={rest.title ?? label}
    className={classes(styles.button, styles[look], styles.iconOnly, className)}
  >
    <Icon of={icon} solid={solid} />
  </button>
);
