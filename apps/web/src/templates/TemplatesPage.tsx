// The agendas to choose from: those of the workspace and those that come with Hearth, each with its stages to scale.
import type { TemplateBody } from '@hearth/protocol/http/templates';
import { minutesOf } from '@hearth/review/templates/template';
import { counted } from '@hearth/review/time/words';
import { Copy, Download, FileUp, MoreHorizontal, Pencil, Plus, Trash2 } from 'lucide-react';
import { useId, useRef } from 'react';
import { useSession } from '../access/queries.ts';
import { adviceOf, ApiError } from '../api/api-error.ts';
import { Button, ButtonLink, IconButton } from '../design/Button.tsx';
import { Menu } from '../design/Menu.tsx';
import { saveFile } from '../design/save-file.ts';
import { Skeleton } from '../design/Skeleton.tsx';
import { useToast } from '../design/toast.tsx';
import { Link, useNavigate } from '../router/Router.tsx';
import { Page } from '../shell/Page.tsx';
import { QueryProblem } from '../shell/QueryProblem.tsx';
import { useRemoveTemplate, useSaveTemplate, useTemplates } from './queries.ts';
import { StageStrip } from './StageStrip.tsx';
import { fileNameOf, fileOf, longestFile, noAgenda, readFile } from './template-file.ts';
import styles from './TemplatesPage.module.css';

export const TemplatesPage = () => {
  const templates = useTemplates();
  // Others look at them, and take them along.
  const mayChange = (useSession().data?.account ?? null) !== null;
  if (templates.isError && templates.data === undefined)
    return <QueryProblem error={templates.error} onRetry={() => void templates.refetch()} />;
  const own = templates.data?.filter(({ builtIn }) => !builtIn) ?? [];
  const builtIn = templates.data?.filter((template) => template.builtIn) ?? [];
  return (
    <Page
      title="Agendas"
      actions={
        mayChange && (
          <>
            <TakeIn />
            <ButtonLink look="ink" icon={Plus} to="/templates/new">
              New agenda
            </ButtonLink>
          </>
        )
      }
    >
      {templates.data === undefined ? (
        <Skeleton label="Loading the agendas" lines={6} />
      ) : (
        <>
          <p className={styles.lede}>
            An agenda is the hour’s stages, their questions and their minutes. A review keeps the agenda it began with,
            whatever becomes of it here.
          </p>
          {own.length > 0 && (
            <Group name={mayChange ? 'Yours' : 'Of this workspace'} templates={own} mayChange={mayChange} />
          )}
          <Group name="Come with Hearth" templates={builtIn} mayChange={mayChange} />
        </>
      )}
    </Page>
  );
};

interface GroupProps {
  name: string;
  templates: readonly TemplateBody[];
  mayChange: boolean;
}

const Group = ({ name, templates, mayChange }: GroupProps) => {
  const id = useId();
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h2 id={id}>
        {name} <span className="meta">{templates.length}</span>
      </h2>
      <ul>
        {templates.map((template) => (
          <Row key={template.id} template={template} mayChange={mayChange} />
        ))}
      </ul>
    </section>
  );
};

const Row = ({ template, mayChange }: { template: TemplateBody; mayChange: boolean }) => {
  const { id, name, about, stages, builtIn, version } = template;
  const mayChangeThis = mayChange && !builtIn;
  const navigate = useNavigate();
  const remove = useRemoveTemplate();
  const save = useSaveTemplate();
  const toast = useToast();
  const takeAway = () =>
    remove.mutate(id, {
      onSuccess: () =>
        toast(`${name} is removed.`, {
          stayMs: 12_000,
          action: { label: 'Undo', onSelect: () => save.mutate({ of: null, fields: template }) },
        }),
      onError: (error) => toast(adviceOf(error)),
    });
  return (
    <li className={styles.row}>
      <div className={styles.head}>
        <h3>{mayChangeThis ? <Link to={`/templates/${id}`}>{name}</Link> : name}</h3>
        <p className={styles.facts}>
          {counted(minutesOf(template), 'minute')}, {counted(stages.length, 'stage')}
          {!builtIn && `, version ${version}`}
        </p>
        <span className={styles.acts}>
          {mayChange && (
            <ButtonLink look="line" to={`/reviews/new?template=${id}`}>
              Start a review<span className="vh"> by {name}</span>
            </ButtonLink>
          )}
          <Menu
            label={`For ${name}`}
            items={[
              ...(mayChangeThis
                ? [{ id: 'change', label: 'Change', icon: Pencil, onSelect: () => navigate(`/templates/${id}`) }]
                : []),
              ...(mayChange
                ? [
                    {
                      id: 'copy',
                      label: 'Copy and change',
                      icon: Copy,
                      onSelect: () => navigate(`/templates/new?from=${id}`),
                    },
                  ]
                : []),
              {
                id: 'download',
                label: 'Download as JSON',
                icon: Download,
                onSelect: () => saveFile(fileNameOf(template), fileOf(template), 'application/json'),
              },
              ...(mayChangeThis
                ? [{ id: 'remove', label: 'Remove', icon: Trash2, apart: true, onSelect: takeAway }]
                : []),
            ]}
          >
            {(trigger) => <IconButton {...trigger} icon={MoreHorizontal} label={`More for ${name}`} />}
          </Menu>
        </span>
      </div>
      {about !== '' && <p className={styles.about}>{about}</p>}
      <StageStrip stages={stages} />
    </li>
  );
};

/** Takes in an agenda that was downloaded, here or elsewhere. */
const TakeIn = () => {
  const file = useRef<HTMLInputElement>(null);
  const save = useSaveTemplate();
  const toast = useToast();
  const navigate = useNavigate();
  const take = async (chosen: File): Promise<void> => {
    if (chosen.size > longestFile) {
      toast('This file is too large to be an agenda.');
      return;
    }
    const read = readFile(await chosen.text());
    if (!read.ok) {
      toast(read.sentence, { stayMs: 12_000 });
      return;
    }
    save.mutate(
      { of: null, fields: read.fields },
      {
        onSuccess: ({ id }) => navigate(`/templates/${id}`),
        onError: (error) => {
          const [wrong] = error instanceof ApiError ? Object.entries(error.fields) : [];
          toast(wrong ? noAgenda(wrong[0].split('.'), wrong[1]) : adviceOf(error), { stayMs: 12_000 });
        },
      },
    );
  };
  return (
    <>
      <Button look="line" icon={FileUp} busy={save.isPending} onClick={() => file.current?.click()}>
        Take in a file
      </Button>
      <input
        ref={file}
        type="file"
        hidden
        accept="application/json,.json"
        aria-label="An agenda as a JSON file"
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          if (chosen) void take(chosen);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
    </>
  );
};
