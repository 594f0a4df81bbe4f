// How it was: asked of everybody once the meeting has ended. Says before sending what becomes of the answer.
import type { FeedbackBody } from '@hearth/protocol/http/feedback';
import { feedbackLimits, ratings, saysNothing, type Verdict } from '@hearth/review/feedback/feedback';
import { useEffect, useRef, useState } from 'react';
import { adviceOf } from '../api/api-error.ts';
import { Button } from '../design/Button.tsx';
import { Field, Problem, TextInput } from '../design/Field.tsx';
import styles from './After.module.css';
import { Choice } from './Choice.tsx';
import { feedbackDraft, keepFeedbackDraft } from './feedback-draft.ts';
import { useGiveFeedback } from './queries.ts';

const scale = (low: string, high: string) =>
  ratings.map((value) => {
    const word = value === 1 ? `, ${low}` : value === 5 ? `, ${high}` : '';
    return { value, label: String(value), spoken: `${value} of 5${word}` };
  });
const words = (yes: string, partly: string, no: string): { value: Verdict; label: string }[] => [
  { value: 'yes', label: yes },
  { value: 'partly', label: partly },
  { value: 'no', label: no },
];

export const FeedbackForm = ({ reviewId, given }: { reviewId: string; given: boolean }) => {
  const [draft, setDraft] = useState(() => feedbackDraft(reviewId));
  const [silent, setSilent] = useState(false);
  const give = useGiveFeedback(reviewId);
  const thanks = useRef<HTMLParagraphElement>(null);
  const sent = give.isSuccess;
  useEffect(() => {
    // The button that had the focus has gone.
    if (sent) thanks.current?.focus();
  }, [sent]);
  const set = (change: Partial<FeedbackBody>): void => {
    const next = { ...draft, ...change };
    setDraft(next);
    setSilent(false);
    keepFeedbackDraft(reviewId, next);
  };

  if (given || sent)
    return (
      <p ref={thanks} tabIndex={-1} className={styles.thanks}>
        <strong>Thank you.</strong> Your answer is kept without your name. It can not be changed: nobody can tell which
        one is yours.
      </p>
    );
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const feedback = { ...draft, helped: draft.helped.trim(), change: draft.change.trim() };
        if (saysNothing(feedback)) return setSilent(true);
        give.mutate(feedback, { onSuccess: () => keepFeedbackDraft(reviewId, null) });
      }}
    >
      <p className={styles.lead}>
        A minute, without your name. Leave out what you like. You can send it once, and{' '}
        <strong>not change it later</strong>: nobody, not even Hearth, can tell which answer is yours. The facilitators
        see a sum, from three answers on, and the lines as you write them.
      </p>
      <Choice
        question="How well was the meeting facilitated?"
        options={scale('not well', 'very well')}
        ends={['not well', 'very well']}
        value={draft.facilitation}
        onChange={(facilitation) => set({ facilitation })}
      />
      <Choice
        question="How good is the document that came of it?"
        options={scale('of little use', 'very useful')}
        ends={['of little use', 'very useful']}
        value={draft.document}
        onChange={(document) => set({ document })}
      />
      <Choice
        question="Did you learn something?"
        options={words('Yes', 'A little', 'No')}
        value={draft.learned}
        onChange={(learned) => set({ learned })}
      />
      <Choice
        question="Would you come again?"
        options={words('Yes', 'Perhaps', 'No')}
        value={draft.again}
        onChange={(again) => set({ again })}
      />
      <Field label="What helped, in a line?">
        <TextInput
          value={draft.helped}
          maxLength={feedbackLimits.line}
          autoComplete="off"
          onChange={(event) => set({ helped: event.target.value })}
        />
      </Field>
      <Field label="What should change, in a line?">
        <TextInput
          value={draft.change}
          maxLength={feedbackLimits.line}
          autoComplete="off"
          onChange={(event) => set({ change: event.target.value })}
        />
      </Field>
      <div className={styles.send}>
        <Button look="ink" submit busy={give.isPending}>
          Send without my name
        </Button>
        {silent && <Problem>Answer one of the questions at least.</Problem>}
        {give.isError && <Problem>{adviceOf(give.error)}</Problem>}
      </div>
    </form>
  );
};
