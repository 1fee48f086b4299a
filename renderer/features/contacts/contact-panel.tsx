import { ActionIcon, Button, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconMap2, IconPlus, IconX } from '@tabler/icons-react';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import type { Contact } from '#shared/domain/contacts/contact.ts';

import { useCodes } from '../../client/codes.ts';
import { useErrorText } from '../../client/error-text.ts';
import { type FailureCode, failureOf } from '../../client/errors.ts';
import { useQuestion } from '../../client/queries.ts';
import { Facts } from '../../ui/facts.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';
import { RecordState } from '../../ui/record-state.tsx';
import { useOpenPromises } from '../promises/index.ts';
import classes from './contacts-page.module.css';
import { inexactPlaceText, noNeighbourhoodText } from './place-text.ts';
import { useQuickLog } from './quick-log-provider.tsx';

/** The answers that mean that no such contact is here; an address can hold anything for an id. */
const ABSENT: ReadonlySet<FailureCode> = new Set(['NOT_FOUND', 'INVALID_FIELD', 'INVALID_INPUT']);

/** Everything of one contact, beside the list; Escape goes back to its row. */
export function ContactPanel() {
  const { contactId } = useParams({ from: '/contacts/$contactId' });
  const { t } = useTranslation('contacts');
  const { t: common } = useTranslation();
  const codes = useCodes();
  const errorText = useErrorText();
  const navigate = useNavigate();
  const heading = useRef<HTMLHeadingElement>(null);
  const contact = useQuestion({
    topics: ['contacts', 'territory', 'outbox'],
    key: ['contacts.get', contactId],
    ask: (client, signal) => client.contacts.get({ id: contactId }, { signal }),
  });

  const isMissing = contact.isError && ABSENT.has(failureOf(contact.error).code);

  useEffect(() => {
    heading.current?.focus();
  }, [contactId]);
  const close = (): void => {
    void navigate({ to: '/contacts', search: true }).then(() => {
      document.querySelector<HTMLElement>(`[data-contact="${CSS.escape(contactId)}"]`)?.focus();
    });
  };

  return (
    <section
      className={classes.panel}
      aria-labelledby="contact-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <div className={classes.panelHead}>
        <Title order={2} id="contact-title" ref={heading} tabIndex={-1}>
          {contact.data
            ? codes.name('contact-reason', contact.data.reason)
            : isMissing
              ? t('detail.goneTitle')
              : contact.isError
                ? t('detail.failedTitle')
                : common('loading')}
        </Title>
        <ActionIcon variant="subtle" color="gray" aria-label={common('close')} onClick={close}>
          <IconX size={18} />
        </ActionIcon>
      </div>
      <div className={classes.panelBody}>
        {contact.isPending && <Skeleton height={220} />}
        {contact.isError && !isMissing && (
          <FailureNotice text={errorText(contact.error)} onRetry={() => void contact.refetch()} />
        )}
        {isMissing && (
          <>
            <Text>{t('detail.gone')}</Text>
            <Button variant="default" onClick={close}>
              {t('detail.backToList')}
            </Button>
          </>
        )}
        {contact.data && <Details contact={contact.data} />}
      </div>
    </section>
  );
}

function Details(props: { readonly contact: Contact }) {
  const { contact } = props;
  const { t } = useTranslation('contacts');
  const formats = useFormats();
  const quickLog = useQuickLog();
  const codes = useCodes();
  const promise = useOpenPromises().data?.find(({ contactId }) => contactId === contact.id);
  const street = formats.name(contact.streetNameNl, contact.streetNameFr);
  const place = `${street} ${contact.houseNumber}`.trim();
  const inexact = inexactPlaceText(contact);
  return (
    <>
      {contact.summary === '' ? (
        <Text c="dimmed">{t('detail.noSummary')}</Text>
      ) : (
        <Text className={classes.text}>{contact.summary}</Text>
      )}
      <Facts
        rows={[
          [t('detail.when'), formats.moment(contact.occurredAt)],
          [
            t('detail.place'),
            <>
              {place}
              {inexact && (
                <Text size="xs" c="dimmed">
                  {t(inexact)}
                </Text>
              )}
            </>,
          ],
          [
            t('detail.neighbourhood'),
            formats.name(contact.neighbourhoodNameNl, contact.neighbourhoodNameFr) ||
              t(noNeighbourhoodText(contact)),
          ],
          [
            t('detail.next'),
            <>
              {codes.name('next-step', contact.nextStep)}
              {contact.nextNote !== '' && `: ${contact.nextNote}`}
              {promise && (
                <Text size="sm" fw={550}>
                  {t('detail.due', {
                    day: formats.day(promise.dueOn),
                    relative: formats.relativeDay(promise.dueOn),
                  })}
                </Text>
              )}
            </>,
          ],
          [t('detail.author'), contact.authorName],
          [t('detail.loggedAt'), formats.moment(contact.loggedAt)],
          [t('detail.state'), <RecordState state={contact.recordState} />],
        ]}
      />
      <Stack gap="xs">
        {contact.position && (
          <Button
            renderRoot={(props) => (
              <Link
                {...props}
                to="/map"
                search={({ ...filter }) => ({ ...filter, contact: contact.id })}
              />
            )}
            variant="default"
            leftSection={<IconMap2 size={17} aria-hidden />}
          >
            {t('detail.onMap')}
          </Button>
        )}
        <Button
          variant="default"
          leftSection={<IconPlus size={17} aria-hidden />}
          onClick={() => {
            const { streetId, houseNumber, position } = contact;
            const isPointedAt = contact.placeSource === 'pointed';
            quickLog.open({
              place: { streetId, houseNumber, position, label: place, isPointedAt },
            });
          }}
        >
          {t('detail.again')}
        </Button>
      </Stack>
    </>
  );
}
