import { useTranslation } from 'react-i18next';

import { type MeansStep, wasReviewedTooEarly } from '#shared/domain/actions/means.ts';
import { isHeavy } from '#shared/domain/actions/vocabulary.ts';

import { Facts } from '../../ui/facts.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useOfficers } from './queries.ts';

const GROUNDS = ['legalGround', 'necessity', 'proportionality'] as const;

/** What a heavy means rests on, who decided, who noted it and when; and who looked at it since. */
export function StepGrounds({ step }: { readonly step: MeansStep }) {
  const { t } = useTranslation('actions');
  const formats = useFormats();
  const officers = useOfficers();
  const signed = (by: string | null, at: string | null): string =>
    by === null
      ? ''
      : [officers.name(by), at === null ? '' : formats.recentMoment(at)].filter(Boolean).join(', ');
  const grounds =
    step.kind === 'taken' && isHeavy(step.means)
      ? [
          ...GROUNDS.map(
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
