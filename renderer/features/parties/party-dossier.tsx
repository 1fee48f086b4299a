import { Button, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { PartyChange } from '#shared/domain/parties/party.ts';
import { dayOf } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useCodes } from '../../client/codes.ts';
import { useErrorText } from '../../client/error-text.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';
import classes from './parties-page.module.css';
import { usePartyContacts, usePartyPromises } from './queries.ts';

/** What was promised to a party, open promises first. */
export function PartyPromises(props: { readonly id: Id }) {
  const { t } = useTranslation('parties');
  const formats = useFormats();
  const errorText = useErrorText();
  const promises = usePartyPromises(props.id);
  const today = dayOf(new Date().toISOString());
  return (
    <section aria-labelledby="party-promises">
      <Title order={3} id="party-promises">
        {t('promises')}
      </Title>
      {promises.isError && <FailureNotice text={errorText(promises.error)} />}
      {promises.data?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noPromises')}
        </Text>
      )}
      <ul className={classes.plain}>
        {promises.data?.map((promise) => (
          <li key={promise.id} className={classes.item}>
            <div className={classes.words}>
              <Link
                to="/contacts/$contactId"
                params={{ contactId: promise.contactId }}
                className={classes.link}
              >
                <Text span size="sm">
                  {promise.text}
                </Text>
              </Link>
              <Text size="xs" c="dimmed">
                {promise.state === 'open'
                  ? t(promise.dueOn < today ? 'promise.late' : 'promise.open', {
                      day: formats.day(promise.dueOn),
                    })
                  : t(promise.state === 'kept' ? 'promise.kept' : 'promise.notKept')}{' '}
                · {promise.keeperName}
              </Text>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Contacts with a party and those merged into it, newest first. */
export function PartyContacts(props: { readonly id: Id; readonly count: number }) {
  const { t } = useTranslation('parties');
  const formats = useFormats();
  const codes = useCodes();
  const errorText = useErrorText();
  const contacts = usePartyContacts(props.id);
  const rows = contacts.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <section aria-labelledby="party-contacts">
      <Title order={3} id="party-contacts">
        {t('contacts', { count: props.count, total: formats.number(props.count) })}
      </Title>
      {contacts.isError && <FailureNotice text={errorText(contacts.error)} />}
      {contacts.isSuccess && rows.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noContacts')}
        </Text>
      )}
      <ul className={classes.plain}>
        {rows.map((contact) => (
          <li key={contact.id} className={classes.item}>
            <div className={classes.words}>
              <Link
                to="/contacts/$contactId"
                params={{ contactId: contact.id }}
                className={classes.link}
              >
                <Text span size="sm">
                  {codes.name('contact-reason', contact.reason)} ·{' '}
                  {formats.name(contact.streetNameNl, contact.streetNameFr)} {contact.houseNumber}
                </Text>
              </Link>
              <Text size="xs" c="dimmed" lineClamp={2}>
                {[formats.recentMoment(contact.occurredAt), contact.summary]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </Text>
            </div>
          </li>
        ))}
      </ul>
      {contacts.hasNextPage && (
        <Button
          size="compact-sm"
          variant="subtle"
          mt="xs"
          loading={contacts.isFetchingNextPage}
          onClick={() => void contacts.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </section>
  );
}

/** Who wrote what, newest first: nothing that was known is overwritten without a trace. */
export function PartyHistory(props: { readonly changes: readonly PartyChange[] }) {
  const { t } = useTranslation('parties');
  const formats = useFormats();
  const codes = useCodes();
  if (props.changes.length === 0) return null;
  return (
    <section aria-labelledby="party-history">
      <Title order={3} id="party-history">
        {t('history')}
      </Title>
      <ul className={classes.plain}>
        {[...props.changes].reverse().map(({ id, authorName, madeAt, fields }) => (
          <li key={id} className={classes.item}>
            <div className={classes.words}>
              <Text size="sm">
                {[
                  fields.name,
                  codes.name('party-role', fields.role),
                  fields.reach,
                  codes.name('language', fields.language),
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </Text>
              <Text size="xs" c="dimmed">
                {authorName} · {formats.recentMoment(madeAt)}
              </Text>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
