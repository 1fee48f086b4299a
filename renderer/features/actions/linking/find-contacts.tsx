import {
  Button,
  Checkbox,
  Group,
  Modal,
  NativeSelect,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { LINK_PLACES, type LinkPlace } from '#shared/contract/dossier-contacts.ts';
import type { Dossier } from '#shared/domain/actions/dossier.ts';
import { LONGEST_QUERY } from '#shared/domain/search/search-query.ts';

import { useCodes } from '../../../client/codes.ts';
import { useErrorText } from '../../../client/error-text.ts';
import { useSteadyQuestion } from '../../../client/steady-question.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { useFormats } from '../../../ui/formats.ts';
import { ContactChoices } from './contact-choices.tsx';

/** Long enough to spare a question between two letters. */
const PAUSE_MS = 200;

/** Contacts to link: about the dossier's problem in its streets to begin with, the newest first. */
export function FindContacts(props: { readonly dossier: Dossier; readonly onClose: () => void }) {
  const { dossier, onClose } = props;
  const { t } = useTranslation('linking');
  const formats = useFormats();
  const codes = useCodes();
  const errorText = useErrorText();
  const [place, setPlace] = useState<LinkPlace>('streets');
  const [sameProblem, setSameProblem] = useState(dossier.problem !== null);
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), PAUSE_MS);
  const asked = { id: dossier.id, place, sameProblem, text };
  const answer = useSteadyQuestion({
    topics: ['dossiers', 'contacts', 'territory'],
    key: ['actions.contactsFor', asked],
    ask: (client, signal) => client.actions.contactsFor(asked, { signal }),
  });
  const found = answer.data;
  const places = LINK_PLACES.filter(
    (one) => one !== 'neighbourhood' || dossier.neighbourhoodId !== null,
  );
  return (
    <Modal opened onClose={onClose} size="xl" title={t('contacts.dialog')}>
      <Stack gap="sm">
        <Group align="flex-start" gap="sm">
          <NativeSelect
            label={t('contacts.place')}
            value={place}
            data={places.map((value) => ({ value, label: t(`contacts.places.${value}`) }))}
            onChange={(event) => {
              const chosen = places.find((one) => one === event.currentTarget.value);
              if (chosen) setPlace(chosen);
            }}
          />
          <TextInput
            label={t('contacts.text')}
            placeholder={t('contacts.textHint')}
            data-autofocus
            flex={1}
            maxLength={LONGEST_QUERY}
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
            }}
          />
        </Group>
        {dossier.problem !== null && (
          <Checkbox
            label={t('contacts.sameProblem', { problem: codes.name('problem', dossier.problem) })}
            checked={sameProblem}
            onChange={(event) => {
              setSameProblem(event.currentTarget.checked);
            }}
          />
        )}
        {answer.isError && <FailureNotice text={errorText(answer.error)} />}
        {found && (
          <Text size="sm" role="status">
            {found.total === 0
              ? t('contacts.empty')
              : t('contacts.found', {
                  count: found.total,
                  total: formats.number(found.total),
                })}{' '}
            {found.contacts.length < found.total &&
              t('contacts.first', { shown: formats.number(found.contacts.length) })}
          </Text>
        )}
        {found && found.contacts.length > 0 && (
          <ContactChoices dossier={dossier} contacts={found.contacts} />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('close')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
