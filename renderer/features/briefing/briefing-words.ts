import { useTranslation } from 'react-i18next';

import type { BriefedStreet } from '#shared/contract/briefing.ts';
import { ONCE } from '#shared/domain/actions/measure.ts';
import type { ClockSpan } from '#shared/domain/briefing/shift.ts';

import { useCodes } from '../../client/codes.ts';
import { useFormats } from '../../ui/formats.ts';
import { useStretchWords } from '../../ui/stretch-words.ts';
import { clockText } from '../../ui/wall-clock.ts';

/** 22:00–02:00: minutes past midnight go on as the clock does. */
export function useSpanText(): (span: ClockSpan) => string {
  const { t } = useTranslation('briefing');
  return ({ from, to }) => t('span', { from: clockText(from), to: clockText(to) });
}

/** What the sheet says of a street, in words. */
export function useStreetWords() {
  const { t } = useTranslation('briefing');
  const codes = useCodes();
  const formats = useFormats();
  const spanText = useSpanText();
  const stretchWords = useStretchWords();
  return {
    /** The part of the street that a measure is on, where it has several: by what stands there. */
    stretch: ({ stretch, place }: BriefedStreet['measures'][number]): string => {
      if (stretch === null) return '';
      const isTold = place.houses !== null || place.crossings.length > 0;
      return isTold ? stretchWords.placeWithin(place) : t('stretch', { number: stretch });
    },
    times: ({ times }: BriefedStreet['measures'][number]): string =>
      times.length === 0 ? t('anyTime') : times.map(spanText).join(', '),
    dose: (measure: BriefedStreet['measures'][number]): string =>
      [
        t('minutes', { minutes: formats.number(measure.minutes) }),
        measure.timesPerWeek === ONCE
          ? t('once')
          : t('stops', {
              done: formats.number(measure.stopsThisWeek),
              times: formats.number(measure.timesPerWeek),
            }),
        measure.officerName,
        measure.officerName !== '' && measure.partnerName !== ''
          ? t('with', { partner: measure.partnerName })
          : measure.partnerName,
      ]
        .filter((one) => one !== '')
        .join(' · '),
    subjects: ({ contacts, subjects }: BriefedStreet): string => {
      if (contacts === 0) return '';
      const named = subjects.map(
        ({ code, count }) =>
          // One word and its number stay together.
          `${formats.number(count)}\u00a0×\u00a0${codes.name('contact-reason', code)}`,
      );
      const rest = contacts - subjects.reduce((sum, { count }) => sum + count, 0);
      if (rest > 0) named.push(t('otherSubjects', { count: rest, total: formats.number(rest) }));
      return t('contacts', {
        count: contacts,
        total: formats.number(contacts),
        subjects: named.join(', '),
      });
    },
    hot: ({ hot }: BriefedStreet): string =>
      hot.length === 0 ? '' : t('hot', { hours: hot.map(spanText).join(', ') }),
    promises: ({ promises }: BriefedStreet): readonly string[] => [
      ...promises.due.map(({ ownerName, count }) =>
        t('promisesDue', { count, total: formats.number(count), name: ownerName }),
      ),
      ...(promises.overdue === 0
        ? []
        : [
            t('promisesOverdue', {
              count: promises.overdue,
              total: formats.number(promises.overdue),
            }),
          ]),
    ],
  };
}
