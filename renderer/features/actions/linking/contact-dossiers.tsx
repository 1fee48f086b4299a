import { Badge, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { Id } from '#shared/lib/ids.ts';

import { useErrorText } from '../../../client/error-text.ts';
import { useQuestion } from '../../../client/queries.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import classes from '../actions.module.css';
import own from './linking.module.css';

/** The dossiers of a contact, and the open ones that it may be linked to; the nearest first. */
export function useDossiersFor(contactId: Id) {
  return useQuestion({
    topics: ['dossiers', 'contacts', 'territory'],
    key: ['actions.dossiersFor', contactId],
    ask: (client, signal) => client.actions.dossiersFor({ contactId }, { signal }),
  });
}

/** The dossiers that name a contact. */
export function ContactDossiers(props: { readonly contactId: Id }) {
  const { t } = useTranslation('linking');
  const { t: tActions } = useTranslation('actions');
  const errorText = useErrorText();
  const answer = useDossiersFor(props.contactId);
  const linked = answer.data?.filter(({ isLinked }) => isLinked);
  return (
    <>
      {answer.isError && <FailureNotice text={errorText(answer.error)} />}
      {linked?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('dossiers.none')}
        </Text>
      )}
      <ul className={own.plain}>
        {linked?.map(({ id, title, state }) => (
          <li key={id}>
            <Group justify="space-between" wrap="nowrap" gap="sm">
              <Link className={classes.link} to="/dossiers/$dossierId" params={{ dossierId: id }}>
                {title}
              </Link>
              <Badge variant="light" flex="none">
                {tActions(`dossierState.${state}`)}
              </Badge>
            </Group>
          </li>
        ))}
      </ul>
    </>
  );
}
