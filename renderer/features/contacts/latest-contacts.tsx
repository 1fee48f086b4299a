import { Skeleton, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

import { NEWEST_FIRST } from '#shared/domain/contacts/contact-view.ts';

import { useCodes } from '../../client/codes.ts';
import { useErrorText } from '../../client/error-text.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useContactList } from './contact-list.ts';
import classes from './latest-contacts.module.css';

const SHOWN = 8;
const EVERYTHING = { filter: {}, sort: NEWEST_FIRST, group: null };

/** The newest contacts, or `empty` when there are none. */
export function LatestContacts(props: { readonly empty: ReactNode }) {
  const codes = useCodes();
  const formats = useFormats();
  const errorText = useErrorText();
  const list = useContactList(EVERYTHING);
  if (list.isError) return <FailureNotice text={errorText(list.error)} />;
  if (list.isPending) {
    return (
      <Stack p="md" gap="sm" aria-hidden>
        <Skeleton height={32} />
        <Skeleton height={32} />
        <Skeleton height={32} />
      </Stack>
    );
  }
  if (list.rows.length === 0) return props.empty;
  return (
    <ul className={classes.list}>
      {list.rows.slice(0, SHOWN).map((contact) => (
        <li key={contact.id}>
          <Link
            to="/contacts/$contactId"
            params={{ contactId: contact.id }}
            className={classes.contact}
            data-row
          >
            <span className={classes.first}>
              <span className={classes.place}>
                {formats.name(contact.streetNameNl, contact.streetNameFr)} {contact.houseNumber}
              </span>
              <Text span size="xs" c="dimmed">
                {formats.recentMoment(contact.occurredAt)}
              </Text>
            </span>
            <Text span size="xs" c="dimmed" truncate display="block">
              {codes.name('contact-reason', contact.reason)}
              {contact.summary !== '' && ` · ${contact.summary}`}
            </Text>
          </Link>
        </li>
      ))}
    </ul>
  );
}
