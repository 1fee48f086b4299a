import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import type { ContactHistory } from '#shared/domain/contacts/amendment.ts';
import type { Contact } from '#shared/domain/contacts/contact.ts';
import {
  type CorrectableField,
  correctableOf,
  differences,
} from '#shared/domain/contacts/corrections.ts';

import { useCodes } from '../../client/codes.ts';
import { Facts } from '../../ui/facts.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useValueText } from '../corrections/index.ts';
import classes from './contact-details.module.css';
import { inexactPlaceText, noNeighbourhoodText } from './place-text.ts';

/** Everything a contact states as fact, each with what it said before it was corrected. */
export function ContactFacts(props: { readonly history: ContactHistory }) {
  const { history } = props;
  const { current: contact } = history;
  const { t } = useTranslation('contacts');
  const formats = useFormats();
  const codes = useCodes();
  const withOriginal = useWithOriginal(history);
  const inexact = inexactPlaceText(contact);
  const street = formats.name(contact.streetNameNl, contact.streetNameFr);
  const area = formats.name(contact.neighbourhoodNameNl, contact.neighbourhoodNameFr);
  const duration =
    contact.durationMinutes === null ? '' : t('about.duration', { count: contact.durationMinutes });
  return (
    <>
      {withOriginal(
        'summary',
        contact.summary === '' ? (
          <Text c="dimmed">{t('detail.noSummary')}</Text>
        ) : (
          <Text className={classes.text}>{contact.summary}</Text>
        ),
        true,
      )}
      {withOriginal(
        'need',
        contact.need !== '' && (
          <div className={classes.need}>
            <Text size="xs" c="dimmed">
              {t('about.need')}
            </Text>
            <Text className={classes.text}>{contact.need}</Text>
          </div>
        ),
      )}
      <Facts
        rows={[
          [t('detail.when'), withOriginal('occurredAt', formats.moment(contact.occurredAt))],
          [
            t('detail.place'),
            withOriginal(
              'place',
              <>
                <Link
                  to="/streets/$streetId"
                  params={{ streetId: contact.streetId }}
                  className={classes.link}
                >
                  {street}
                </Link>{' '}
                {contact.houseNumber}
                {inexact && (
                  <Text size="xs" c="dimmed">
                    {t(inexact)}
                  </Text>
                )}
              </>,
            ),
          ],
          [
            t('detail.neighbourhood'),
            contact.neighbourhoodId === null ? (
              t(noNeighbourhoodText(contact))
            ) : (
              <Link
                to="/neighbourhoods/$id"
                params={{ id: contact.neighbourhoodId }}
                className={classes.link}
              >
                {area}
              </Link>
            ),
          ],
          [
            t('about.channel'),
            withOriginal(
              'channel',
              [codes.name('channel', contact.channel), duration].filter(Boolean).join(' · '),
            ),
          ],
          [
            t('about.who'),
            withOriginal(
              'parties',
              contact.parties.length === 0 ? (
                t('about.anonymous')
              ) : (
                <PartyLinks parties={contact.parties} />
              ),
            ),
          ],
          [t('about.language'), withOriginal('language', codes.name('language', contact.language))],
          [
            t('about.problems'),
            withOriginal(
              'problems',
              contact.problems.map((code) => codes.name('problem', code)).join(', '),
            ),
          ],
          [t('about.feeling'), withOriginal('feeling', codes.name('feeling', contact.feeling))],
        ]}
      />
    </>
  );
}

/** Who was spoken with, each with the way to everything about them. */
function PartyLinks(props: { readonly parties: Contact['parties'] }) {
  return props.parties.map(({ id, name }, index) => (
    <Fragment key={id}>
      {index > 0 && ', '}
      <Link to="/parties/$partyId" params={{ partyId: id }} className={classes.link}>
        {name}
      </Link>
    </Fragment>
  ));
}

/** Puts beside a value what was submitted, where that was something else. */
function useWithOriginal(history: ContactHistory) {
  const { t } = useTranslation('corrections');
  const valueText = useValueText();
  const before = correctableOf(history.original);
  const changed = differences(before, correctableOf(history.current));
  return (field: CorrectableField, value: ReactNode, isBlock = false): ReactNode => {
    if (changed[field] === undefined) return value;
    const original = t('history.corrected', { value: valueText(field, before, history) });
    return (
      <div className={isBlock ? classes.block : undefined}>
        {value || '–'}
        <Text size="xs" className={classes.original}>
          {original}
        </Text>
      </div>
    );
  };
}
