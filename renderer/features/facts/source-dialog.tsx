import { ActionIcon, Button, Fieldset, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { FactSource, FactSourceFields } from '#shared/contract/facts.ts';
import { FACT_ORIGINS, LONGEST_FACT_TEXT, LONGEST_SOURCE_NAME } from '#shared/domain/facts/fact.ts';
import type { Day } from '#shared/lib/dates.ts';

import { failureOf } from '../../client/errors.ts';
import { refresh } from '../../client/queries.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { useFormats } from '../../ui/formats.ts';
import { ShortText } from '../../ui/short-text.tsx';
import { FormDialog } from '../administration/index.ts';

/** A new source, or what is known of one: whose it is, and when its method changed. */
export function SourceDialog(props: {
  readonly source: FactSource | null;
  /** The first day of a change of method that is about to be noted. */
  readonly noting?: Day;
  readonly onSaved?: (source: FactSource) => void;
  readonly onClosed: () => void;
}) {
  const { source, noting, onSaved, onClosed } = props;
  const { t } = useTranslation('facts');
  const client = useWorkbench();
  const queries = useQueryClient();
  const formats = useFormats();
  const [fields, setFields] = useState<FactSourceFields>({
    name: source?.name ?? '',
    origin: source?.origin ?? 'public',
    credit: source?.credit ?? '',
    breaks: [
      ...(source?.breaks ?? []),
      ...(noting === undefined ? [] : [{ on: noting, note: '' }]),
    ],
    unchanged: source?.unchanged ?? [],
  });
  const [isTried, setTried] = useState(false);
  const change = (part: Partial<FactSourceFields>): void => {
    setFields((before) => ({ ...before, ...part }));
  };
  const { breaks, unchanged = [] } = fields;
  const incomplete = breaks.some(({ on, note }) => on === '' || note.trim() === '');
  return (
    <FormDialog
      title={source ? t('source.changeOf', { name: source.name }) : t('source.add')}
      submit={t('source.save')}
      isReady={() => {
        setTried(true);
        return fields.name.trim() !== '' && !incomplete;
      }}
      onSubmit={async () => {
        const saved = await client.facts.saveSource({ id: source?.id ?? null, fields });
        await refresh(queries, ['facts']);
        onSaved?.(saved);
        onClosed();
      }}
      onDone={() => undefined}
      explain={(error) =>
        failureOf(error).code === 'ALREADY_EXISTS' ? t('source.taken') : undefined
      }
      onClosed={onClosed}
    >
      <ShortText
        label={t('source.name')}
        value={fields.name}
        most={LONGEST_SOURCE_NAME}
        required
        data-autofocus
        error={isTried && fields.name.trim() === '' ? t('source.nameMissing') : undefined}
        onText={(text) => change({ name: text })}
      />
      <NativeSelect
        label={t('source.origin')}
        value={fields.origin}
        data={FACT_ORIGINS.map((value) => ({ value, label: t(`origin.${value}`) }))}
        onChange={(event) => {
          const chosen = FACT_ORIGINS.find((one) => one === event.currentTarget.value);
          if (chosen) change({ origin: chosen });
        }}
      />
      <ShortText
        label={t('source.credit')}
        description={t('source.creditHelp')}
        value={fields.credit}
        most={LONGEST_SOURCE_NAME}
        onText={(text) => change({ credit: text })}
      />
      <Fieldset legend={t('source.breaks')}>
        <Stack gap="xs">
          <Text size="sm" c="dimmed">
            {t('source.breaksHelp')}
          </Text>
          {breaks.map((one, at) => {
            const put = (part: Partial<typeof one>): void => {
              change({ breaks: breaks.map((old, i) => (i === at ? { ...old, ...part } : old)) });
            };
            return (
              <Group key={at} align="flex-end" wrap="nowrap" gap="xs">
                <DayField
                  label={t('source.breakOn')}
                  value={one.on}
                  onChange={(on) => put({ on })}
                  w={150}
                />
                <ShortText
                  label={t('source.breakNote')}
                  value={one.note}
                  most={LONGEST_FACT_TEXT}
                  flex={1}
                  onText={(text) => put({ note: text })}
                />
                <ActionIcon
                  variant="default"
                  size="lg"
                  aria-label={t('source.breakRemove', {
                    day: one.on === '' ? '…' : formats.day(one.on),
                  })}
                  onClick={() => change({ breaks: breaks.filter((_, i) => i !== at) })}
                >
                  <IconX size={16} aria-hidden />
                </ActionIcon>
              </Group>
            );
          })}
          {unchanged.map((day) => (
            <Group key={day} justify="space-between" wrap="nowrap" gap="xs">
              <Text size="sm">{t('source.unchanged', { year: day.slice(0, 4) })}</Text>
              <ActionIcon
                variant="default"
                size="lg"
                aria-label={t('source.askAgain', { year: day.slice(0, 4) })}
                onClick={() => change({ unchanged: unchanged.filter((one) => one !== day) })}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            </Group>
          ))}
          {isTried && incomplete ? (
            <Text size="sm" c="var(--mantine-color-error)" role="alert">
              {t('source.breakIncomplete')}
            </Text>
          ) : null}
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => change({ breaks: [...breaks, { on: '', note: '' }] })}
            style={{ alignSelf: 'flex-start' }}
          >
            {t('source.breakAdd')}
          </Button>
        </Stack>
      </Fieldset>
    </FormDialog>
  );
}
