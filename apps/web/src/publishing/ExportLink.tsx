// Downloads all of a review as one file, for whoever wants to keep it or leave Hearth.
import { api, pathOf } from '@hearth/protocol/http/api';
import { FileJson } from 'lucide-react';
import { Icon } from '../design/Icon.tsx';
import button from '../design/Button.module.css';
import { classes } from '../design/classes.ts';

export const ExportLink = ({ reviewId }: { reviewId: string }) => (
  <a className={classes(button.button, button.plain)} href={pathOf(api.export, { reviewId })} download>
    <Icon of={FileJson} /> Download the whole review
  </a>
);
