import { Button, Group, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ContactDraft } from '#shared/domain/contacts/contact.ts';
import type { KeptPromise } from '#shared/domain/promises/promise.ts';

import {
  CONTACT_AMENDMENT,
  CONTACT_WITHDRAWAL,
  DRAFT_KIND,
  PROMISE_OUTCOME,
  useEveryDraft,
} from '../../client/drafts.ts';
import { useReporter } from '../../client/reporter.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import { ClosePromiseDialog, useOpenPromises } from '../promises/index.ts';
import classes from './today-page.module.css';

/** Outcomes, corrections and withdrawals that somebody began to type; nothing at all when there are none. */
export function UnfinishedTexts() {
  const { t } = useTranslation('today');
  const [closing, setClosing] = useState<KeptPromise>();
  const drafts = (useEveryDraft().data ?? []).filter(({ form }) =>
    [PROMISE_OUTCOME, CONTACT_AMENDMENT, CONTACT_WITHDRAWAL].includes(form[DRAFT_KIND] ?? ''),
  );
  return (
    <>
      {drafts.length > 0 && (
        <Panel flush title={t('unfinished')}>
          <ul className={classes.list}>
            {drafts.map((draft) => (
              <li key={draft.id}>
                <UnfinishedText draft={draft} onClose={setClosing} />
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <ClosePromiseDialog
        promise={closing}
        onDone={() => {
          setClosing(undefined);
        }}
      />
    </>
  );
}

function UnfinishedText(props: {
  readonly draft: ContactDraft;
  readonly onClose: (promise: KeptPromise) => void;
}) {
  const { draft } = props;
  const { t } = useTranslation('today');
  const formats = useFormats();
  const navigate = useNavigate();
  const client = useWorkbench();
  const report = useReporter();
  const { t: contacts } = useTranslation('contacts');
  const promise = useOpenPromises().data?.find(({ id }) => id === draft.id);
  const kind = draft.form[DRAFT_KIND];
  const isOutcome = kind === PROMISE_OUTCOME;
  const isWithdrawal = kind === CONTACT_WITHDRAWAL;
  const text = isOutcome
    ? t('outcome', { text: draft.form.outcome ?? '' })
    : t(isWithdrawal ? 'withdrawal' : 'correction', { text: draft.form.note ?? '' });
  const isStuck = isOutcome && !promise;
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm" px="md" py="xs">
      <div className={classes.words}>
        <Text size="sm" fw={550} lineClamp={2}>
          {text}
        </Text>
        <Text size="xs" c="dimmed">
          {isStuck ? t('gone') : formats.recentMoment(draft.savedAt)}
        </Text>
      </div>
      {isStuck ? (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          flex="none"
          aria-label={`${contacts('draft.discard')}: ${text}`}
          onClick={() => {
            report(client.contacts.discardDraft({ id: draft.id }));
          }}
        >
          {contacts('draft.discard')}
        </Button>
      ) : (
        <Button
          size="compact-sm"
          variant="default"
          flex="none"
          aria-label={`${t('goOn')}: ${text}`}
          onClick={() => {
            if (promise) props.onClose(promise);
            else {
              void navigate({
                to: '/contact/$contactId',
                params: { contactId: isWithdrawal ? (draft.form.contactId ?? '') : draft.id },
                search: { open: isWithdrawal ? 'withdraw' : 'correct' },
              });
            }
          }}
        >
          {t('goOn')}
        </Button>
      )}
    </Group>
  );
}
