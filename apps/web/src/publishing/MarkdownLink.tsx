// Downloads the report as Markdown: a plain link, so that the browser saves the very bytes that the server stored.
import type { LucideIcon } from 'lucide-react';
import { Icon } from '../design/Icon.tsx';
import button from '../design/Button.module.css';
import { classes } from '../design/classes.ts';
import { markdownPath } from './queries.ts';

export const MarkdownLink = ({ slug, icon }: { slug: string; icon: LucideIcon }) => (
  <a className={classes(button.button, button.plain)} href={markdownPath(slug)} download>
    <Icon of={icon} /> Download Markdown
  </a>
);
