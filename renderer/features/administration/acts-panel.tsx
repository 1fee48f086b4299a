import { Button, Group, Table } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import type { Act } from '#shared/protocol/administration.ts';

import { askedAgain } from '../../client/queries.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import { AtCentre } from './at-centre.tsx';
import { useDetailText } from './detail-text.ts';
import { useLookAgain } from './questions.ts';

/** Who did what in the administration, newest first. */
export function ActsPanel() {
  const { t } = useTranslation('administration');
  const client = useWorkbench();
  const lookAgain = useLookAgain();
  const answer = useInfiniteQuery({
    queryKey: ['administration.acts'],
    queryFn: ({ pageParam, signal }) =>
      client.administration.acts({ before: pageParam }, { signal }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ acts, more }) => (more ? acts.at(-1)?.seq : undefined),
    meta: { topics: ['administration'] },
    ...askedAgain(lookAgain),
  });
  return (
    <Panel flush title={t('part.acts')}>
      <AtCentre answer={answer} whose="administration">
        {({ pages }) => (
          <>
            <ActTable acts={pages.flatMap(({ acts }) => acts)} />
            {answer.hasNextPage && (
              <Group justify="center" p="sm">
                <Button
                  variant="default"
                  loading={answer.isFetchingNextPage}
                  onClick={() => {
                    void answer.fetchNextPage();
                  }}
                >
                  {t('acts.more')}
                </Button>
              </Group>
            )}
          </>
        )}
      </AtCentre>
    </Panel>
  );
}

function ActTable(props: { readonly acts: readonly Act[] }) {
  const { t } = useTranslation('administration');
  const formats = useFormats();
  const detailText = useDetailText();
  if (props.acts.length === 0) {
    return (
      <EmptyState
        icon={<IconHistory size={24} />}
        title={t('acts.none')}
        text={t('acts.noneText')}
      />
    );
  }
  return (
    <Table.ScrollContainer minWidth={620}>
      <Table verticalSpacing="xs" horizontalSpacing="md" aria-label={t('part.acts')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('acts.when')}</Table.Th>
            <Table.Th>{t('acts.who')}</Table.Th>
            <Table.Th>{t('acts.what')}</Table.Th>
            <Table.Th>{t('acts.subject')}</Table.Th>
            <Table.Th>{t('acts.detail')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.acts.map((act) => (
            <Table.Tr key={act.seq}>
              <Table.Td>{formats.moment(act.at)}</Table.Td>
              <Table.Td>{act.actor === '' ? t('acts.commandLine') : act.actor}</Table.Td>
              <Table.Td>{t(`act.${act.act}`)}</Table.Td>
              <Table.Td>{act.subject}</Table.Td>
              <Table.Td>{detailText(act)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
