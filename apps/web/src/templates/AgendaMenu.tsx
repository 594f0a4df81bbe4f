// In the lobby: which agenda the meeting will follow, and choosing another one.
import type { FacilitationView } from '@hearth/protocol/facilitation';
import { minutesOf } from '@hearth/review/templates/template';
import { ListOrdered } from 'lucide-react';
import { adviceOf } from '../api/api-error.ts';
import { useAnnounce } from '../design/announce.tsx';
import { Button } from '../design/Button.tsx';
import { Menu } from '../design/Menu.tsx';
import { useToast } from '../design/toast.tsx';
import { useChooseTemplate, useTemplates } from './queries.ts';

interface AgendaMenuProps {
  reviewId: string;
  meeting: FacilitationView['state'];
}

export const AgendaMenu = ({ reviewId, meeting }: AgendaMenuProps) => {
  const { data: templates = [] } = useTemplates();
  const choose = useChooseTemplate(reviewId);
  const toast = useToast();
  const say = useAnnounce();
  const current = meeting.template;
  return (
    <Menu
      label="Agenda of this review"
      items={templates.map((template) => ({
        id: template.id,
        label: `${template.name}, ${minutesOf(template)} min`,
        checked: template.id === current?.id,
        onSelect: () =>
          choose.mutate(template.id, {
            onSuccess: () => say(`The agenda is now ${template.name}`),
            onError: (error) => toast(adviceOf(error)),
          }),
      }))}
    >
      {(trigger) => (
        <Button {...trigger} look="line" icon={ListOrdered} busy={choose.isPending}>
          <span className="vh">Agenda: </span>
          {current?.name ?? 'Agenda'}, {minutesOf(meeting)} min
        </Button>
      )}
    </Menu>
  );
};
