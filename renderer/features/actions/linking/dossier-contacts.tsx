import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { DossierPage } from '#shared/contract/actions.ts';

import { useFormats } from '../../../ui/formats.ts';
import { Panel } from '../../../ui/panel.tsx';
import { ContactChoices } from './contact-choices.tsx';
import { FindContacts } from './find-contacts.tsx';

/** The contacts of a dossier, and those to be found for it. */
export function DossierContacts(props: { readonly page: DossierPage }) {
  const { dossier, contacts } = props.page;
  const { t } = useTranslation('linking');
  const formats = useFormats();
  const [isFinding, setFinding] = useState(false);
  const elsewhere = dossier.contacts.length - contacts.length;
  return (
    <Panel
      title={t('contacts.title')}
      aside={
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => {
            setFinding(true);
          }}
        >
          {t('contacts.find')}
        </Button>
      }
    >
      {dossier.contacts.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('contacts.none')}
        </Text>
      )}
      {contacts.length > 0 && <ContactChoices dossier={dossier} contacts={contacts} />}
      {elsewhere > 0 && (
        <Text size="xs" mt="xs">
          {t('contacts.elsewhere', { count: elsewhere, total: formats.number(elsewhere) })}
        </Text>
      )}
      {isFinding && (
        <FindContacts
          dossier={dossier}
          onClose={() => {
            setFinding(false);
          }}
        />
      )}
    </Panel>
  );
}
