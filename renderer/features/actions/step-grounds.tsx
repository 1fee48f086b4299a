import { useTranslation } from 'react-i18next';

import {
  type MeansStep,
  REASONS,
  standingOf,
  wasReviewedTooEarly,
} from '#shared/domain/actions/means.ts';
import { isHeavy } from '#shared/domain/actions/vocabulary.ts';

import { Facts } from '../../ui/facts.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useOfficers } from './queries.ts';

/** What a heavy means rests on, who decided, who noted it and when; and who looked at it since. */
export function StepGrounds({ step }: { readonly step: MeansStep }) {
  const { t } = useTranslation('actions');
  const { t: looking } = useTranslation('looking');
  const formats = useFormats();
  const officers = useOfficers();
  const signed = (by: string | null, at: string | null): string =>
    by === null
      ? ''
      : [officers.name(by), at === null ? '' : formats.recentMoment(at)].filter(Boolean).join(', ');
  // Those of now stand apart, with the ways to answer.
  const answered =
    standingOf(step) === 'objected'
      ? step.objections.filter(({ revision }) => revision < step.revisions.length)
      : step.objections;
  const grounds =
    step.kind === 'taken' && isHeavy(step.means)
      ? [
          ...REASONS.map(
            (field) => [t(`means.text.${field}`), step[field].trim() || t('notSaid')] as const,
          ),
          [t('means.decidedBy'), officers.name(step.decidedBy)] as const,
        ]
      : [];
  return (
    <Facts
      rows={[
        ...grounds,
        [t('means.notedBy'), signed(step.authorId, step.notedAt)],
        [
          looking('notAgreed'),
          answered.length > 0 &&
            answered.map(({ by, at, reason }) => (
              <div key={`${by} ${at}`}>{looking('says', { who: signed(by, at), reason })}</div>
            )),
        ],
        [
          looking('revised'),
          step.revisions.length > 0 &&
            step.revisions.map(({ by, at, was }) => (
              <div key={`${by} ${at}`}>
                {signed(by, at)}
                {REASONS.map((reason) => {
                  const text = was[reason];
                  if (text === undefined) return null;
                  const what = t(`means.text.${reason}`);
                  return <div key={reason}>{looking('before', { what, text })}</div>;
                })}
              </div>
            )),
        ],
        [looking('withdrawnBy'), signed(step.withdrawnBy, step.withdrawnAt)],
        [t('means.seenBy'), signed(step.secondBy, step.secondAt)],
        ...step.completions.map(({ by, at, grounds: given }): readonly [string, string] => [
          t('grounds.filledIn', {
            grounds: given
              .map((ground) =>
                t(ground === 'decidedBy' ? 'means.decidedBy' : `means.text.${ground}`),
              )
              .join(', '),
          }),
          signed(by, at),
        ]),
        ...step.provisionalReviews.flatMap(({ by, at, note }): (readonly [string, string])[] => [
          [t('means.reviewedTooEarly'), [signed(by, at), note].filter(Boolean).join(': ')],
        ]),
        [
          t(wasReviewedTooEarly(step) ? 'means.reviewedTooEarly' : 'means.reviewedBy'),
          signed(step.reviewedBy, step.reviewedAt),
        ],
        [t('means.reviewNote'), step.reviewNote],
      ]}
    />
  );
}
