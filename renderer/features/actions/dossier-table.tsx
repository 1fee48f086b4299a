import { Anchor, Badge, Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { DossierLine } from '#shared/contract/dossier-list.ts';
import { ACTION_STATES } from '#shared/domain/actions/action.ts';

import { useCodes } from '../../client/codes.ts';
import { useFormats } from '../../ui/formats.ts';

/** Dossiers in a table, each with the way to it. */
export function DossierTable({ rows }: { readonly rows: readonly DossierLine[] }) {
  const { t } = useTranslation('actions');
  const formats = useFormats();
  const codes = useCodes();
  return (
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
                    <Link {...rest} to="/dossiers/$dossierId" params={{ dossierId: row.id }} />
                  )}
                >
                  {row.title}
                </Anchor>
              </Table.Td>
              <Table.Td>{formats.streets(row.streets)}</Table.Td>
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
  );
}
