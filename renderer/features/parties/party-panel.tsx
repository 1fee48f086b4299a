import { ActionIcon, Button, Group, Skeleton, Text, Title } from '@mantine/core';
import { IconPencil, IconX } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { PartyDossier } from '#shared/contract/parties.ts';
import type { Party, PartyFields } from '#shared/domain/parties/party.ts';

import { useCodes } from '../../client/codes.ts';
import { useErrorText } from '../../client/error-text.ts';
import { type FailureCode, failureOf } from '../../client/errors.ts';
import { useUndoNotice } from '../../client/undo-notice.tsx';
import { useWorkbench } from '../../client/workbench.tsx';
import { Facts } from '../../ui/facts.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { RecordStanding } from '../sync/index.ts';
import classes from './parties-page.module.css';
import { fieldsOf, PartyDialog } from './party-dialog.tsx';
import { PartyContacts, PartyHistory, PartyPromises } from './party-dossier.tsx';
import { PartyMerges } from './party-merges.tsx';
import { useParty } from './queries.ts';

/** The answers that mean that nobody here has this id; an address can hold anything for an id. */
const ABSENT: ReadonlySet<FailureCode> = new Set(['NOT_FOUND', 'INVALID_FIELD', 'INVALID_INPUT']);

/** Everything of one person or organisation, beside the list; Escape goes back to its row. */
export function PartyPanel() {
  const { partyId } = useParams({ from: '/parties/$partyId' });
  const { t } = useTranslation('parties');
  const { t: common } = useTranslation();
  const errorText = useErrorText();
  const navigate = useNavigate();
  const heading = useRef<HTMLHeadingElement>(null);
  const dossier = useParty(partyId);
  const isMissing = dossier.isError && ABSENT.has(failureOf(dossier.error).code);
  useEffect(() => {
    heading.current?.focus();
  }, [partyId]);
  const close = (): void => {
    void navigate({ to: '/parties', search: true }).then(() => {
      document.querySelector<HTMLElement>(`[data-party="${CSS.escape(partyId)}"]`)?.focus();
    });
  };
  const title = dossier.data?.party.name ?? (isMissing ? t('gone') : common('loading'));
  return (
    <section
      className={classes.panel}
      aria-labelledby="party-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <div className={classes.panelHead}>
        <Title order={2} id="party-title" ref={heading} tabIndex={-1}>
          {title}
        </Title>
        <ActionIcon variant="subtle" color="gray" aria-label={common('close')} onClick={close}>
          <IconX size={18} />
        </ActionIcon>
      </div>
      <div className={classes.panelBody}>
        {dossier.isPending && <Skeleton height={220} />}
        {dossier.isError && !isMissing && (
          <FailureNotice text={errorText(dossier.error)} onRetry={() => void dossier.refetch()} />
        )}
        {isMissing && <Text>{t('goneText')}</Text>}
        {dossier.data && <Details key={partyId} dossier={dossier.data} />}
      </div>
    </section>
  );
}

function Details(props: { readonly dossier: PartyDossier }) {
  const { dossier } = props;
  const { party } = dossier;
  const { t } = useTranslation('parties');
  const { t: common } = useTranslation();
  const { t: sync } = useTranslation('sync');
  const codes = useCodes();
  const [editing, setEditing] = useState(false);
  const tellChanged = useTellChanged();
  return (
    <>
      <Facts
        rows={[
          [t('kinds'), t(`kind.${party.kind}`)],
          [t('role'), codes.name('party-role', party.role)],
          [t('reach'), party.reach],
          [t('language'), codes.name('language', party.language)],
          [sync('standing'), <RecordStanding entity="party" id={party.id} />],
        ]}
      />
      <Group gap="xs">
        <Button
          variant="default"
          leftSection={<IconPencil size={16} aria-hidden />}
          onClick={() => {
            setEditing(true);
          }}
        >
          {t('change')}
        </Button>
      </Group>
      <PartyMerges dossier={dossier} />
      <PartyPromises id={party.id} />
      <PartyContacts id={party.id} count={dossier.contacts} />
      <PartyHistory changes={dossier.changes} />
      <PartyDialog
        opened={editing}
        title={t('change')}
        save={common('save')}
        party={party}
        onClose={() => {
          setEditing(false);
        }}
        onDone={(done, before) => {
          setEditing(false);
          tellChanged(done, before);
        }}
      />
    </>
  );
}

/** Says that a party was changed, with a way back to what it said before. */
function useTellChanged(): (done: Party, before: PartyFields) => void {
  const { t } = useTranslation('parties');
  const client = useWorkbench();
  const offerUndo = useUndoNotice();
  return ({ id, ...done }, before) => {
    offerUndo({
      id: `party-changed-${id}`,
      message: t('changed'),
      undo: () => client.parties.change({ id, fields: before, seen: fieldsOf({ id, ...done }) }),
    });
  };
}
