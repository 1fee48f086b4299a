import { Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { Contact } from '#shared/domain/contacts/contact.ts';

import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import classes from './actions.module.css';

/** The contacts that a dossier began from, or that were added to it. */
export function DossierContacts(props: { readonly contacts: readonly Contact[] }) {
  const { contacts } = props;
  const { t } = useTranslation('actions');
  const formats = useFormats();
  return (
    <Panel title={t('contacts')}>
      {contacts.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noContacts')}
        </Text>
      )}
      <Stack gap="xs">
        {contacts.map((contact) => (
          <div key={contact.id}>
            <Link
              className={classes.link}
              to="/contact/$contactId"
              params={{ contactId: contact.id }}
            >
              {contact.summary === '' ? t('contactWithoutText') : contact.summary}
            </Link>
            <Text size="xs" c="dimmed">
              {formats.recentMoment(contact.occurredAt)}
            </Text>
          </div>
        ))}
      </Stack>
    </Panel>
  );
}
