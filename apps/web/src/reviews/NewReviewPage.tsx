// Recording an incident; its review starts with it.
import { useState } from 'react';
import { adviceOf, ApiError } from '../api/api-error.ts';
import { Notice } from '../design/Notice.tsx';
import { useNavigate, useSearchParams } from '../router/Router.tsx';
import { Page } from '../shell/Page.tsx';
import { TemplateField } from '../templates/TemplateField.tsx';
import { localZone } from '../time/zones.ts';
import { emptyDraft, problemsFromServer, readDraft, type DraftProblems } from './incident-draft.ts';
import { IncidentForm } from './IncidentForm.tsx';
import { useStartReview } from './queries.ts';
import styles from './NewReviewPage.module.css';

export const NewReviewPage = () => {
  const [draft, setDraft] = useState(() => emptyDraft(localZone()));
  const [problems, setProblems] = useState<DraftProblems>({});
  const [parameters] = useSearchParams();
  const [templateId, setTemplateId] = useState(parameters.get('template'));
  const start = useStartReview();
  const navigate = useNavigate();

  const submit = (unfinished: DraftProblems) => {
    const read = readDraft(draft, Date.now());
    const found = { ...(read.ok ? {} : read.problems), ...unfinished };
    setProblems(found);
    if (!read.ok || Object.keys(found).length > 0) return;
    start.mutate(
      { incident: read.incident, templateId },
      {
        onSuccess: ({ id }) => navigate(`/reviews/${id}`),
        onError: (error) => {
          if (error instanceof ApiError) setProblems(problemsFromServer(error.fields, draft));
        },
      },
    );
  };

  return (
    <Page title="Record an incident" measure="read">
      <p className={styles.lede}>
        Only the title is needed to start. The rest can be filled in with the others, and none of it says who.
      </p>
      {start.isError && (
        <Notice live="alert" title="Not started." className={styles.refused}>
          {adviceOf(start.error)} What you typed is still here.
        </Notice>
      )}
      <IncidentForm
        draft={draft}
        problems={problems}
        busy={start.isPending}
        submit="Start its review"
        beforeSubmit={<TemplateField value={templateId} problem={problems['templateId']} onChange={setTemplateId} />}
        leaveTo="/"
        onChange={setDraft}
        onSubmit={submit}
      />
    </Page>
  );
};
