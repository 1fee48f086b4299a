import { Button, Group, NativeSelect, Table, Text } from '@mantine/core';
import { IconFileSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { FactCursor, FactFilter, ListedFact } from '#shared/contract/facts.ts';
import { FACT_ORIGINS, FACT_TIES } from '#shared/domain/facts/fact.ts';
import { addDays, dayOf } from '#shared/lib/dates.ts';

import { nameOf, useCodes } from '../../client/codes.ts';
import { useErrorText } from '../../client/error-text.ts';
import { useQuestion } from '../../client/queries.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import { useFactWords } from './fact-words.ts';
import classes from './facts.module.css';
import { ANY_FACT, factsQuestion, sourcesQuestion } from './queries.ts';

/** The facts one by one, the newest first, by period, kind, origin, source and how they lie. */
export function FactList() {
  const { t } = useTranslation('facts');
  const client = useWorkbench();
  const errorText = useErrorText();
  const [filter, setFilter] = useState<FactFilter>(ANY_FACT);
  const answer = useInfiniteQuery({
    queryKey: ['facts.list', filter],
    queryFn: ({ pageParam, signal }) => factsQuestion(filter, pageParam).ask(client, signal),
    initialPageParam: null as FactCursor | null,
    getNextPageParam: (last) => last.next,
    meta: { topics: ['facts'] },
  });
  const first = answer.data?.pages[0];
  const facts = answer.data?.pages.flatMap((page) => page.facts) ?? [];
  const tied = (first?.byTie.name ?? 0) + (first?.byTie.nearest ?? 0);
  return (
    <Panel title={t('tab.list')} flush>
      <Filters filter={filter} onChange={setFilter} />
      {answer.isError ? <FailureNotice text={errorText(answer.error)} /> : null}
      {first ? (
        <Text size="sm" px="md" pb="xs" role="status">
          {[
            t('list.total', { count: first.total }),
            ...(first.total > tied ? [t('list.untied', { count: first.total - tied })] : []),
          ].join(', ')}
        </Text>
      ) : null}
      {first && facts.length === 0 ? (
        <EmptyState
          icon={<IconFileSearch size={24} />}
          title={t('list.empty')}
          text={t('list.emptyText')}
        />
      ) : null}
      {facts.length > 0 ? <FactTable facts={facts} /> : null}
      {answer.hasNextPage ? (
        <Group justify="center" p="md">
          <Button
            variant="default"
            loading={answer.isFetchingNextPage}
            onClick={() => void answer.fetchNextPage()}
          >
            {t('list.more')}
          </Button>
        </Group>
      ) : null}
    </Panel>
  );
}

function Filters(props: {
  readonly filter: FactFilter;
  readonly onChange: (filter: FactFilter) => void;
}) {
  const { filter, onChange } = props;
  const { t } = useTranslation('facts');
  const { language } = useFormats();
  const codes = useCodes();
  const sources = useQuestion(sourcesQuestion).data ?? [];
  const kinds = codes.on('fact-kind', dayOf(new Date().toISOString()));
  const all = { value: '', label: t('list.all') };
  const choose = (
    field: 'kind' | 'origin' | 'sourceId' | 'tie',
    label: string,
    data: readonly { readonly value: string; readonly label: string }[],
  ) => (
    <NativeSelect
      label={label}
      value={filter[field] ?? ''}
      data={[all, ...data]}
      onChange={(event) => {
        const { value } = event.currentTarget;
        onChange({ ...filter, [field]: value === '' ? null : value });
      }}
    />
  );
  return (
    <Group align="flex-end" gap="sm" p="md">
      <DayField
        label={t('list.from')}
        w={150}
        clearable
        value={filter.from ?? ''}
        onChange={(day) => onChange({ ...filter, from: day === '' ? null : day })}
      />
      <DayField
        label={t('list.to')}
        w={150}
        clearable
        value={filter.to === null ? '' : addDays(filter.to, -1)}
        onChange={(day) => onChange({ ...filter, to: day === '' ? null : addDays(day, 1) })}
      />
      {choose(
        'kind',
        t('list.kind'),
        kinds.map((code) => ({ value: code.code, label: nameOf(code, language) })),
      )}
      {choose(
        'origin',
        t('list.origin'),
        FACT_ORIGINS.map((value) => ({ value, label: t(`origin.${value}`) })),
      )}
      {choose(
        'sourceId',
        t('list.source'),
        sources.map(({ id, name }) => ({ value: id, label: name })),
      )}
      {choose(
        'tie',
        t('list.tie'),
        FACT_TIES.map((value) => ({ value, label: t(`tie.${value}`) })),
      )}
    </Group>
  );
}

function FactTable(props: { readonly facts: readonly ListedFact[] }) {
  const { t } = useTranslation('facts');
  const formats = useFormats();
  const codes = useCodes();
  const words = useFactWords();
  return (
    <Table.ScrollContainer minWidth={860}>
      <Table verticalSpacing={6} horizontalSpacing="md" aria-label={t('list.caption')}>
        <Table.Thead>
          <Table.Tr>
            {(['when', 'what', 'where', 'tie', 'origin', 'outcome', 'source'] as const).map(
              (head) => (
                <Table.Th key={head}>{t(`list.${head}`)}</Table.Th>
              ),
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.facts.map((fact) => (
            <Table.Tr key={fact.rowId}>
              <Table.Td className={classes.when}>{words.when(fact)}</Table.Td>
              <Table.Td>
                {fact.amount === 1 ? '' : `${t('list.times', { count: fact.amount })} `}
                {codes.name('fact-kind', fact.kind)}
              </Table.Td>
              <Table.Td>
                {[
                  formats.name(fact.streetNameNl, fact.streetNameFr) || fact.placeText,
                  formats.name(fact.neighbourhoodNameNl, fact.neighbourhoodNameFr),
                ]
                  .filter(Boolean)
                  .join(', ')}
              </Table.Td>
              <Table.Td>{t(`tie.${fact.tie}`)}</Table.Td>
              <Table.Td>{t(`origin.${fact.origin}`)}</Table.Td>
              <Table.Td>{fact.outcome}</Table.Td>
              <Table.Td>{fact.sourceName}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
