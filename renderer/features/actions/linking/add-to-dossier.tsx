import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconFolderPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { NearDossier } from '#shared/contract/dossier-contacts.ts';
import type { Contact } from '#shared/domain/contacts/contact.ts';

import { useCodes } from '../../../client/codes.ts';
import { useErrorText } from '../../../client/error-text.ts';
import { useWorkbench } from '../../../client/workbench.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { useFormats } from '../../../ui/formats.ts';
import { useDossiersFor } from './contact-dossiers.tsx';
import { type LinkChoice, LinkChoices } from './link-choices.tsx';

/** Adds a contact to an open dossier of its neighbourhood, or to a new one; one that was withdrawn to none. */
export function AddToDossier(props: { readonly contact: Contact }) {
  const { contact } = props;
  const { t } = useTranslation('linking');
  const [isOpen, setOpen] = useState(false);
  if (contact.withdrawn) return null;
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconFolderPlus size={15} aria-hidden />}
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('dossiers.add')}
      </Button>
      {isOpen && (
        <AddDialog
          contact={contact}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

function AddDialog(props: { readonly contact: Contact; readonly onClose: () => void }) {
  const { contact, onClose } = props;
  const { t } = useTranslation('linking');
  const client = useWorkbench();
  const errorText = useErrorText();
  const choiceOf = useDossierChoice();
  const answer = useDossiersFor(contact.id);
  return (
    <Modal opened onClose={onClose} size="lg" title={t('dossiers.dialog')}>
      <Stack gap="sm">
        {contact.sensitivity === 'restricted' && <Text size="sm">{t('dossiers.restricted')}</Text>}
        {answer.isError && <FailureNotice text={errorText(answer.error)} />}
        {answer.data && (
          <Text size="sm" role="status">
            {t(answer.data.length === 0 ? 'dossiers.empty' : 'dossiers.text')}
          </Text>
        )}
        {answer.data && answer.data.length > 0 && (
          <LinkChoices
            label={t('dossiers.list')}
            choices={answer.data.map(choiceOf)}
            onLink={(id, isLinked) =>
              client.actions.linkContacts({
                id,
                add: isLinked ? [contact.id] : [],
                remove: isLinked ? [] : [contact.id],
              })
            }
          />
        )}
        <Group justify="space-between">
          <Button
            variant="default"
            renderRoot={(rest) => (
              <Link {...rest} to="/dossiers" search={{ contact: contact.id }} />
            )}
          >
            {t('dossiers.new')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('close')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function useDossierChoice(): (dossier: NearDossier) => LinkChoice {
  const { t } = useTranslation('linking');
  const { t: tActions } = useTranslation('actions');
  const formats = useFormats();
  const codes = useCodes();
  return ({ id, title, streets, metres, problem, state, isLinked }) => ({
    id,
    name: title,
    about: [
      formats.streets(streets),
      metres === null ? '' : t('metres', { metres: formats.number(metres) }),
      codes.name('problem', problem),
      tActions(`dossierState.${state}`),
    ]
      .filter(Boolean)
      .join(' · '),
    isLinked,
  });
}
