import { Badge, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { Id } from '#shared/lib/ids.ts';

import { useErrorText } from '../../../client/error-text.ts';
import { useSteadyQuestion } from '../../../client/steady-question.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { useFormats } from '../../../ui/formats.ts';
import { Panel } from '../../../ui/panel.tsx';
import classes from '../actions.module.css';
import own from './linking.module.css';

/** The dossiers about a street, or about a stretch of it, with how many contacts each rests on. */
export function DossiersHere(props: { readonly streetId: Id; readonly segmentId: Id | null }) {
  const { streetId, segmentId } = props;
  const { t } = useTranslation('linking');
  const { t: tActions } = useTranslation('actions');
  const formats = useFormats();
  const errorText = useErrorText();
  const question = segmentId === null ? { streetId } : { segmentId };
  const answer = useSteadyQuestion({
    topics: ['dossiers', 'contacts', 'territory'],
    key: ['actions.dossiers', question],
    ask: (client, signal) => client.actions.dossiers(question, { signal }),
  });
  return (
    <Panel title={t('dossiers.hereTitle')}>
      {answer.isError && <FailureNotice text={errorText(answer.error)} />}
      {answer.data?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('dossiers.hereNone')}
        </Text>
      )}
      <ul className={own.plain}>
        {answer.data?.map(({ id, title, state, contacts, contactsElsewhere }) => (
          <li key={id}>
            <Group justify="space-between" wrap="nowrap" gap="sm">
              <div>
                <Link className={classes.link} to="/dossiers/$dossierId" params={{ dossierId: id }}>
                  {title}
                </Link>
                <Text size="xs" c="dimmed">
                  {t('dossiers.contacts', { count: contacts, total: formats.number(contacts) })}
                  {contactsElsewhere > 0 &&
                    `, ${t('dossiers.elsewhere', { total: formats.number(contactsElsewhere) })}`}
                </Text>
              </div>
              <Badge variant="light" flex="none">
                {tActions(`dossierState.${state}`)}
              </Badge>
            </Group>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
