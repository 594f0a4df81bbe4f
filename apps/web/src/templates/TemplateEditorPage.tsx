// Writing an agenda: a new one, a copy of another, or the next version of one of the workspace's own.
import type { TemplateBody, TemplateFields } from '@hearth/protocol/http/templates';
import { withHints, type Hint } from '@hearth/review/record/hints';
import { learningReview } from '@hearth/review/templates/built-in';
import { useEffect, useState } from 'react';
import { HintsTaken } from '../after/HintsTaken.tsx';
import { useRecord } from '../after/queries.ts';
import { adviceOf, ApiError, isRefusedWith } from '../api/api-error.ts';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { Notice } from '../design/Notice.tsx';
import { Skeleton } from '../design/Skeleton.tsx';
import { useToast } from '../design/toast.tsx';
import { Link, useNavigate, useParams, useSearchParams, useStay } from '../router/Router.tsx';
import { NotFound } from '../shell/NotFound.tsx';
import { Page } from '../shell/Page.tsx';
import { QueryProblem } from '../shell/QueryProblem.tsx';
import { useSaveTemplate, useTemplates } from './queries.ts';
import { draftOf, fieldsOf, problemsFromServer, readDraft, type TemplateProblems } from './template-draft.ts';
import { TemplateForm } from './TemplateForm.tsx';
import { VersionsDialog } from './VersionsDialog.tsx';
import styles from './TemplateEditorPage.module.css';

export const TemplateEditorPage = () => {
  const { templateId = 'new' } = useParams();
  const [parameters] = useSearchParams();
  const templates = useTemplates();
  /** A review whose meeting, with others by the same agenda, says what to plan. */
  const record = useRecord(parameters.get('after'));
  if (templates.isError && templates.data === undefined)
    return <QueryProblem error={templates.error} onRetry={() => void templates.refetch()} />;
  if (record.isError && record.data === undefined)
    return <QueryProblem error={record.error} onRetry={() => void record.refetch()} />;
  const isNew = templateId === 'new';
  if (templates.data === undefined || record.isLoading)
    return (
      <Page title={isNew ? 'New agenda' : 'Agenda'} measure="read">
        <Skeleton label="Loading the agenda" lines={8} />
      </Page>
    );
  const from = templates.data.find(({ id }) => id === (isNew ? parameters.get('from') : templateId));
  if (!isNew && (from === undefined || from.builtIn)) return <NotFound />;
  const hints = record.data?.agenda?.id === from?.id ? (record.data?.hints ?? noHints) : noHints;
  // What is written stays when somebody else saves meanwhile: who saves last is told.
  return <Edit key={templateId} of={isNew ? null : (from ?? null)} begin={begin(from, isNew)} hints={hints} />;
};

const begin = (from: TemplateBody | undefined, isNew: boolean): TemplateFields => {
  if (from !== undefined) return isNew ? { ...from, name: `${from.name}, ours`.slice(0, 60) } : from;
  const { stages } = fieldsOf(learningReview);
  return { name: '', about: '', stages: stages.filter(({ id }) => id === 'opening' || id === 'closing') };
};

const noHints: readonly Hint[] = [];

interface EditProps {
  of: TemplateBody | null;
  begin: TemplateFields;
  /** Taken into the form, and saved by whoever looks at it. */
  hints: readonly Hint[];
}

const Edit = ({ of, begin: fields, hints }: EditProps) => {
  const [taken] = useState(hints);
  const hinted = withHints(fields.stages, taken);
  const [begun] = useState(() => draftOf(fields));
  const [draft, setDraft] = useState(() => (taken.length === 0 ? begun : draftOf({ ...fields, stages: hinted })));
  /** Of which this is the next: somebody else's may be there by now. */
  const [version, setVersion] = useState(of?.version ?? 0);
  const [problems, setProblems] = useState<TemplateProblems>({});
  const [versions, setVersions] = useState(false);
  const save = useSaveTemplate();
  const navigate = useNavigate();
  const toast = useToast();
  const held = useStay(draft !== begun && !save.isSuccess);
  useEffect(() => {
    // Not before: until then, going away is asked about.
    if (save.isSuccess) navigate('/templates');
  }, [save.isSuccess, navigate]);

  const submit = (asNew = of === null) => {
    const read = readDraft(draft);
    setProblems(read.ok ? {} : read.problems);
    if (!read.ok) return;
    save.mutate(
      { of: asNew || of === null ? null : { id: of.id, version }, fields: read.fields },
      {
        onSuccess: (template) => toast(asNew ? `${template.name} is saved.` : `Saved as version ${template.version}.`),
        onError: (error) => {
          if (error instanceof ApiError) setProblems(problemsFromServer(error.fields, draft));
        },
      },
    );
  };

  const conflict = isRefusedWith(save.error, 'HEARTH_CONFLICT');
  return (
    <Page
      title={of === null ? 'New agenda' : of.name}
      measure="read"
      above={<Link to="/templates">Agendas</Link>}
      actions={of !== null && of.version > 1 && <Button onClick={() => setVersions(true)}>Versions</Button>}
    >
      {save.isError && (
        <Notice
          live="alert"
          title="Not saved."
          className={styles.refused}
          actions={
            conflict && (
              <>
                <Button look="line" onClick={() => setVersions(true)}>
                  Look at theirs
                </Button>
                <Button look="line" onClick={() => submit(true)}>
                  Keep mine as a new agenda
                </Button>
              </>
            )
          }
        >
          {conflict
            ? 'Somebody saved another version in the meantime. What you wrote is still here: look at theirs, or keep yours as an agenda of its own.'
            : adviceOf(save.error)}
        </Notice>
      )}
      {taken.length > 0 && <HintsTaken hints={taken} before={fields.stages} after={hinted} />}
      <TemplateForm
        draft={draft}
        problems={problems}
        busy={save.isPending}
        onChange={setDraft}
        onSubmit={() => submit()}
      />
      {versions && of !== null && (
        <VersionsDialog
          templateId={of.id}
          onClose={() => setVersions(false)}
          onTake={(template, newest) => {
            setDraft(draftOf(template));
            setVersion(newest);
            setVersions(false);
            save.reset();
            toast(`Version ${template.version} is in the form. Saving makes it the newest.`);
          }}
        />
      )}
      {held !== null && (
        <Dialog
          title="Leave the agenda?"
          width="narrow"
          onClose={held.stay}
          actions={
            <>
              <Button onClick={held.proceed}>Leave</Button>
              <Button look="ink" data-autofocus onClick={held.stay}>
                Stay
              </Button>
            </>
          }
        >
          <p>What you changed is not saved yet.</p>
        </Dialog>
      )}
    </Page>
  );
};
