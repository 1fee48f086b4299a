import { Anchor, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

import type { Contact } from '#shared/domain/contacts/contact.ts';

import { useCodes } from '../../client/codes.ts';
import { useFormats } from '../../ui/formats.ts';

/** Says what was stored, with a way to look at it. */
export function useContactSaved(): (contact: Contact) => void {
  const { t } = useTranslation('contacts');
  const formats = useFormats();
  const codes = useCodes();
  const navigate = useNavigate();
  return useCallback(
    (contact) => {
      const street = formats.name(contact.streetNameNl, contact.streetNameFr);
      notifications.show({
        id: contact.id,
        color: 'teal',
        title: t('saved.title'),
        message: (
          <>
            <Text size="sm">
              {codes.name('contact-reason', contact.reason)} · {street} {contact.houseNumber} ·{' '}
              {formats.recentMoment(contact.occurredAt)}
            </Text>
            <Anchor
              component="button"
              type="button"
              size="sm"
              onClick={() => {
                notifications.hide(contact.id);
                void navigate({ to: '/contacts/$contactId', params: { contactId: contact.id } });
              }}
            >
              {t('saved.look')}
            </Anchor>
          </>
        ),
      });
    },
    [codes, formats, navigate, t],
  );
}
