import {
  Anchor,
  Badge,
  Button,
  Group,
  Paper,
  SegmentedControl,
  Skeleton,
  Table,
} from '@mantine/core';
import { IconFolders, IconPlus } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';

import { ACTION_STATES } from '#shared/domain/actions/action.ts';
import { DOSSIER_STATES } from '#shared/domain/actions/dossier.ts';
import { idSchema } from '#shared/lib/ids.ts';

import { useCodes } from '../../client/codes.ts';
import { useErrorText } from '../../client/error-text.ts';
import { useQuestion } from '../../client/queries.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';
import { Page } from '../../ui/page.tsx';
import { type DossierBegin, NewDossierDialog } from './new-dossier-dialog.tsx';
import { useDossiers } from './queries.ts';

export const dossierSearchSchema = z.object({
  state: z.enum(DOSSIER_STATES).optional().catch(undefined),
  /** A new dossier is made about this street, or after this contact. */
  street: idSchema.optional().catch(undefined),
  contact: idSchema.optional().catch(undefined),
  /** About this stretch of the street alone. */
  segment: idSchema.nullable().optional().catch(undefined),
});

const EMPTY: DossierBegin = { place: null, title: '', problem: null, contacts: [] };

/** All dossiers by where they stand, and a new one. */
export function DossiersPage() {
  const { t } = useTranslation('actions');
  const errorText = useErrorText();
  const formats = useFormats();
  const codes = useCodes();
  const search = useSearch({ from: '/dossiers' });
  const navigate = useNavigate();
  const list = useDossiers(search.state);
  const [isNew, setNew] = useState(false);
  const from = useBegin(search);
  const begin = from ?? (isNew ? EMPTY : undefined);
  const rows = list.data ?? [];
  return (
    <Page
      title={t('dossiers')}
      description={t('dossiersText')}
      actions={
        <Group gap="xs">
          <Button variant="default" renderRoot={(rest) => <Link {...rest} to="/thread" />}>
            {t('thread')}
          </Button>
          <Button variant="default" renderRoot={(rest) => <Link {...rest} to="/briefing" />}>
            {t('briefing')}
          </Button>
          <Button variant="default" renderRoot={(rest) => <Link {...rest} to="/bench" />}>
            {t('bench.title')}
          </Button>
          <Button
            leftSection={<IconPlus size={17} aria-hidden />}
            onClick={() => {
              setNew(true);
            }}
          >
            {t('new.title')}
          </Button>
        </Group>
      }
    >
      <SegmentedControl
        mb="md"
        size="xs"
        aria-label={t('state')}
        value={search.state ?? ''}
        data={[
          { value: '', label: t('allStates') },
          ...DOSSIER_STATES.map((state) => ({ value: state, label: t(`dossierState.${state}`) })),
        ]}
        onChange={(chosen) => {
          const state = DOSSIER_STATES.find((one) => one === chosen);
          void navigate({ to: '/dossiers', search: state ? { state } : {} });
        }}
      />
      <Paper component="section" radius="md" withBorder aria-label={t('dossiers')}>
        {list.isError && (
          <FailureNotice text={errorText(list.error)} onRetry={() => void list.refetch()} />
        )}
        {list.isPending && <Skeleton height={120} m="md" aria-hidden />}
        {list.isSuccess && rows.length === 0 && (
          <EmptyState
            icon={<IconFolders size={22} />}
            title={t(search.state ? 'noneInState' : 'none')}
            text={t('noneText')}
            action={
              <Button
                variant="default"
                onClick={() => {
                  setNew(true);
                }}
              >
                {t('new.title')}
              </Button>
            }
          />
        )}
        {rows.length > 0 && (
          <Table.ScrollContainer minWidth={640}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('title')}</Table.Th>
                  <Table.Th>{t('where')}</Table.Th>
                  <Table.Th>{t('problem')}</Table.Th>
                  <Table.Th>{t('state')}</Table.Th>
                  <Table.Th>{t('actions')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.map((row) => (
                  <Table.Tr key={row.id}>
                    <Table.Td>
                      <Anchor
                        size="sm"
                        renderRoot={(rest) => (
                          <Link
                            {...rest}
                            to="/dossiers/$dossierId"
                            params={{ dossierId: row.id }}
                          />
                        )}
                      >
                        {row.title}
                      </Anchor>
                    </Table.Td>
                    <Table.Td>
                      {row.streets
                        .map((street) => formats.name(street.nameNl, street.nameFr))
                        .join(', ')}
                    </Table.Td>
                    <Table.Td>{codes.name('problem', row.problem)}</Table.Td>
                    <Table.Td>
                      <Badge variant="light">{t(`dossierState.${row.state}`)}</Badge>
                    </Table.Td>
                    <Table.Td>
                      {ACTION_STATES.flatMap((state) => {
                        const count = row.actions[state] ?? 0;
                        return count === 0 ? [] : [`${count} ${t(`actionState.${state}`)}`];
                      }).join(', ')}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </Paper>
      <NewDossierDialog
        key={`${search.street} ${search.segment} ${search.contact} ${from === undefined}`}
        begin={begin}
        onClose={() => {
          setNew(false);
          if (from) void navigate({ to: '/dossiers', search: {}, replace: true });
        }}
      />
    </Page>
  );
}

/** What a new dossier begins from when somebody came here from a street or a contact. */
function useBegin({
  street: streetId,
  segment: segmentId = null,
  contact: contactId,
}: z.infer<typeof dossierSearchSchema>): DossierBegin | undefined {
  const street = useQuestion(
    {
      topics: ['territory'],
      key: ['streets.street', streetId],
      ask: (client, signal) => client.streets.street({ id: streetId ?? '' }, { signal }),
    },
    { enabled: streetId !== undefined },
  ).data;
  const contact = useQuestion(
    {
      topics: ['contacts'],
      key: ['contacts.get', contactId],
      ask: (client, signal) => client.contacts.get({ id: contactId ?? '' }, { signal }),
    },
    { enabled: contactId !== undefined },
  ).data;
  if (contactId !== undefined && contact) {
    return {
      place: {
        streetId: contact.streetId,
        neighbourhoodId: contact.neighbourhoodId,
        position: contact.position,
        segmentId: null,
      },
      // Who may not see the contact may see the title.
      title: contact.sensitivity === 'restricted' ? '' : contact.summary.slice(0, 120),
      problem: contact.problems[0] ?? null,
      contacts: [contact.id],
    };
  }
  if (streetId !== undefined && street) {
    return {
      ...EMPTY,
      // A street knows no neighbourhood of its own where it goes through several: the longest part is proposed.
      place: { streetId: street.id, neighbourhoodId: null, position: null, segmentId },
    };
  }
  return undefined;
}
