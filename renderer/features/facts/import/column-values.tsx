import { NativeSelect, Table, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import { FACT_ORIGINS } from '#shared/domain/facts/fact.ts';
import type { FactPlan } from '#shared/domain/facts/fact-plan.ts';
import { dayOf } from '#shared/lib/dates.ts';

import { nameOf, useCodes } from '../../../client/codes.ts';
import { useErrorText } from '../../../client/error-text.ts';
import { useQuestion } from '../../../client/queries.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { useFormats } from '../../../ui/formats.ts';
import classes from '../facts.module.css';

interface ValuesProps {
  readonly uploadId: string;
  readonly plan: FactPlan;
  readonly onChange: (part: Partial<FactPlan>) => void;
}

function useValues(uploadId: string, column: string | undefined) {
  return useQuestion(
    {
      topics: ['codes'],
      key: ['facts.values', uploadId, column],
      ask: (client, signal) => client.facts.values({ uploadId, column: column ?? '' }, { signal }),
    },
    { enabled: column !== undefined },
  );
}

/** What the kinds of a file are in the zone's list; a kind that is called as a code is filled in. */
export function KindValues(props: ValuesProps & { readonly column: string | undefined }) {
  const { uploadId, column, plan, onChange } = props;
  const { t } = useTranslation('facts');
  const { language } = useFormats();
  const errorText = useErrorText();
  const codes = useCodes();
  const answer = useValues(uploadId, column);
  const options = codes
    .on('fact-kind', dayOf(new Date().toISOString()))
    .map((code) => ({ value: code.code, label: nameOf(code, language) }));
  const { data } = answer;
  useEffect(() => {
    const found = data?.values.filter(({ value, kind }) => kind !== null && !(value in plan.kinds));
    if (!found || found.length === 0) return;
    const added = found.map(({ value, kind }) => [value, kind] as const);
    onChange({ kinds: { ...Object.fromEntries(added), ...plan.kinds } });
  }, [data, plan.kinds, onChange]);
  return (
    <section>
      <Title order={4} size="sm">
        {t('import.kinds')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('import.kindsHelp')}
      </Text>
      {answer.isError ? <FailureNotice text={errorText(answer.error)} /> : null}
      {data && data.values.length > 0 ? (
        <ValuesTable
          label={t('import.kinds')}
          values={data.values}
          chosen={(value) => plan.kinds[value] ?? ''}
          options={[{ value: '', label: t('import.otherKind') }, ...options]}
          // Null and not left out, or the proposal would come back.
          onChoose={(value, code) => {
            onChange({ kinds: { ...plan.kinds, [value]: code === '' ? null : code } });
          }}
        />
      ) : null}
      {data?.more ? (
        <Text size="xs" c="dimmed">
          {t('import.moreValues', { count: data.values.length })}
        </Text>
      ) : null}
      <NativeSelect
        mt="xs"
        maw={360}
        label={t('import.otherKind')}
        value={plan.otherKind ?? ''}
        data={[{ value: '', label: t('import.refuse') }, ...options]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChange({ otherKind: value === '' ? null : value });
        }}
      />
    </section>
  );
}

/** Who brought a fact to light, by the words of the file; those that are known are filled in. */
export function OriginValues(props: ValuesProps & { readonly column: string }) {
  const { uploadId, column, plan, onChange } = props;
  const { t } = useTranslation('facts');
  const errorText = useErrorText();
  const answer = useValues(uploadId, column);
  const { data } = answer;
  useEffect(() => {
    const found = data?.values.filter(
      ({ value, origin }) => origin !== null && !(value in plan.origins),
    );
    if (!found || found.length === 0) return;
    const added = found.map(({ value, origin }) => [value, origin] as const);
    onChange({ origins: { ...Object.fromEntries(added), ...plan.origins } });
  }, [data, plan.origins, onChange]);
  return (
    <section>
      <Title order={4} size="sm">
        {t('import.origins')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('import.originsHelp')}
      </Text>
      {answer.isError ? <FailureNotice text={errorText(answer.error)} /> : null}
      {data ? (
        <ValuesTable
          label={t('import.origins')}
          values={data.values.filter(({ value }) => value !== '')}
          chosen={(value) => plan.origins[value] ?? ''}
          options={[
            { value: '', label: t('import.refuse') },
            ...FACT_ORIGINS.map((value) => ({ value, label: t(`origin.${value}`) })),
          ]}
          onChoose={(value, chosen) => {
            const origin = FACT_ORIGINS.find((one) => one === chosen) ?? null;
            onChange({ origins: { ...plan.origins, [value]: origin } });
          }}
        />
      ) : null}
    </section>
  );
}

function ValuesTable(props: {
  readonly label: string;
  readonly values: readonly { readonly value: string; readonly rows: number }[];
  readonly chosen: (value: string) => string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (value: string, chosen: string) => void;
}) {
  const { t } = useTranslation('facts');
  const formats = useFormats();
  return (
    <div className={classes.values} tabIndex={0} role="region" aria-label={props.label}>
      <Table stickyHeader verticalSpacing={3} aria-label={props.label}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('import.value')}</Table.Th>
            <Table.Th className={classes.figure}>{t('import.rows')}</Table.Th>
            <Table.Th>{t('import.becomes')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.values.map(({ value, rows }) => (
            <Table.Tr key={value}>
              <Table.Td>{value === '' ? t('import.empty') : value}</Table.Td>
              <Table.Td className={classes.figure}>{formats.number(rows)}</Table.Td>
              <Table.Td>
                <NativeSelect
                  size="xs"
                  aria-label={value === '' ? t('import.empty') : value}
                  value={props.chosen(value)}
                  data={[...props.options]}
                  onChange={(event) => props.onChoose(value, event.currentTarget.value)}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
