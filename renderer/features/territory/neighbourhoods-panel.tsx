import { ActionIcon, Anchor, Button, Group, Pill, Table, Text, TextInput } from '@mantine/core';
import { IconSearch, IconUserPlus, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { NeighbourhoodRow } from '#shared/contract/people.ts';

import { useErrorText } from '../../client/error-text.ts';
import { useNeighbourhoods } from '../../client/neighbourhoods.ts';
import { useLeads } from '../../client/role.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { type Formats, useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import { AssignDialog, EndPostDialog } from './post-dialogs.tsx';
import classes from './territory-page.module.css';

type Post = NeighbourhoodRow['officers'][number];

/** Every neighbourhood with who answers for it. */
export function NeighbourhoodsPanel() {
  const { t } = useTranslation('territory');
  const formats = useFormats();
  const errorText = useErrorText();
  const neighbourhoods = useNeighbourhoods();
  const mayAssign = useLeads();
  const [wanted, setWanted] = useState('');
  const [assigning, setAssigning] = useState<NeighbourhoodRow | null>(null);
  const [ending, setEnding] = useState<{ row: NeighbourhoodRow; post: Post } | null>(null);
  const all = neighbourhoods.data ?? [];
  const nameOf = (row: NeighbourhoodRow): string => formats.name(row.nameNl, row.nameFr);
  const rows = all
    .filter((row) => mentions(row, wanted, formats))
    .sort((one, other) => nameOf(one).localeCompare(nameOf(other), formats.language));
  const notice = all.length === 0 ? t('neighbourhoods.empty') : t('neighbourhoods.noMatch');
  return (
    <Panel
      title={t('neighbourhoods.title')}
      flush
      aside={
        <TextInput
          size="xs"
          w={260}
          leftSection={<IconSearch size={15} aria-hidden />}
          placeholder={t('neighbourhoods.filter')}
          aria-label={t('neighbourhoods.filter')}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
      }
    >
      {mayAssign ? null : (
        <Text size="sm" c="dimmed" px="md" pb="xs">
          {t('neighbourhoods.forLeads')}
        </Text>
      )}
      {neighbourhoods.isError ? <FailureNotice text={errorText(neighbourhoods.error)} /> : null}
      {neighbourhoods.isSuccess && rows.length === 0 ? (
        <Text size="sm" c="dimmed" p="md" role="status">
          {notice}
        </Text>
      ) : null}
      {rows.length > 0 ? (
        <Table.ScrollContainer minWidth={620}>
          <Table
            verticalSpacing={6}
            horizontalSpacing="md"
            aria-label={t('neighbourhoods.caption')}
          >
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('neighbourhoods.name')}</Table.Th>
                <Table.Th>{t('neighbourhoods.code')}</Table.Th>
                <Table.Th className={classes.number}>{t('neighbourhoods.streets')}</Table.Th>
                <Table.Th>{t('neighbourhoods.officers')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <Table.Tr key={row.id}>
                  <Table.Td>
                    <Anchor
                      size="sm"
                      renderRoot={(rest) => (
                        <Link {...rest} to="/neighbourhoods/$id" params={{ id: row.id }} />
                      )}
                    >
                      {nameOf(row)}
                    </Anchor>
                  </Table.Td>
                  <Table.Td className={classes.code}>{row.officialId}</Table.Td>
                  <Table.Td className={classes.number}>{formats.number(row.streets)}</Table.Td>
                  <Table.Td>
                    <Officers
                      row={row}
                      onAssign={() => setAssigning(row)}
                      onEnd={(post) => setEnding({ row, post })}
                    />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      ) : null}
      {assigning ? <AssignDialog row={assigning} onClosed={() => setAssigning(null)} /> : null}
      {ending ? <EndPostDialog {...ending} onClosed={() => setEnding(null)} /> : null}
    </Panel>
  );
}

function Officers(props: {
  readonly row: NeighbourhoodRow;
  readonly onAssign: () => void;
  readonly onEnd: (post: Post) => void;
}) {
  const { row } = props;
  const { t } = useTranslation('territory');
  const formats = useFormats();
  const mayAssign = useLeads();
  const name = formats.name(row.nameNl, row.nameFr);
  return (
    <Group gap={6} justify="space-between" wrap="nowrap">
      <Group gap={4}>
        {row.officers.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('neighbourhoods.none')}
          </Text>
        ) : null}
        {row.officers.map((post) => (
          <Pill key={post.postId} size="md" className={classes.officer}>
            <Group gap={4} wrap="nowrap" component="span">
              {post.displayName}
              {mayAssign && (
                <ActionIcon
                  size={18}
                  variant="transparent"
                  color="gray"
                  aria-label={t('neighbourhoods.endOf', { officer: post.displayName, name })}
                  title={t('neighbourhoods.end')}
                  onClick={() => props.onEnd(post)}
                >
                  <IconX size={14} />
                </ActionIcon>
              )}
            </Group>
          </Pill>
        ))}
      </Group>
      {mayAssign && (
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconUserPlus size={15} aria-hidden />}
          aria-label={t('neighbourhoods.assignTo', { name })}
          onClick={props.onAssign}
        >
          {t('neighbourhoods.assign')}
        </Button>
      )}
    </Group>
  );
}

/** Whether the row names what is looked for, in its name, code or officers; accents do not matter. */
function mentions(row: NeighbourhoodRow, wanted: string, formats: Formats): boolean {
  const plain = (text: string): string =>
    text
      .normalize('NFD')
      .replace(/\p{Mark}/gu, '')
      .toLowerCase();
  const where = [
    formats.name(row.nameNl, row.nameFr),
    row.officialId,
    ...row.officers.map(({ displayName }) => displayName),
  ];
  return plain(where.join(' ')).includes(plain(wanted.trim()));
}
