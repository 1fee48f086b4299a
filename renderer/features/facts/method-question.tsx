import { Alert, Button, Group, Text } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { FactSource } from '#shared/contract/facts.ts';
import type { Day } from '#shared/lib/dates.ts';

import { refresh } from '../../client/queries.ts';
import { useReporter } from '../../client/reporter.ts';
import { useLeads } from '../../client/role.ts';
import { useUndoNotice } from '../../client/undo-notice.tsx';
import { useWorkbench } from '../../client/workbench.tsx';
import { SourceDialog } from './source-dialog.tsx';

/** Asks who leads, year by year, whether the method changed: by yes the break stays, by no the trend comes. */
export function MethodQuestion(props: {
  readonly source: FactSource;
  readonly suspects: readonly Day[];
}) {
  const { source, suspects } = props;
  const { t } = useTranslation('facts');
  const client = useWorkbench();
  const queries = useQueryClient();
  const report = useReporter();
  const offerUndo = useUndoNotice();
  const mayAnswer = useLeads();
  const [noted, setNoted] = useState<Day>();
  const save = async (unchanged: readonly Day[]): Promise<void> => {
    const { name, origin, credit, breaks } = source;
    const fields = { name, origin, credit, breaks, unchanged: [...unchanged] };
    await client.facts.saveSource({ id: source.id, fields });
    await refresh(queries, ['facts']);
  };
  const sayUnchanged = async (day: Day): Promise<void> => {
    await save([...source.unchanged, day]);
    offerUndo({
      id: `unchanged ${source.id} ${day}`,
      message: t('source.isUnchanged', { year: yearOf(day), name: source.name }),
      undo: () => save(source.unchanged),
    });
  };
  return (
    <Alert color="orange" mt="xs" icon={<IconHelpCircle size={18} aria-hidden />} role="note">
      {suspects.map((day) => (
        <Group key={day} gap="xs" justify="space-between" mb={4}>
          <Text size="sm" flex="1 1 16rem">
            {t('source.asked', { year: yearOf(day) })}
          </Text>
          {mayAnswer ? (
            <Group gap="xs" wrap="nowrap">
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t('source.yesOf', { year: yearOf(day) })}
                onClick={() => setNoted(day)}
              >
                {t('source.yes')}
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t('source.noOf', { year: yearOf(day) })}
                onClick={() => report(sayUnchanged(day))}
              >
                {t('source.no')}
              </Button>
            </Group>
          ) : null}
        </Group>
      ))}
      {mayAnswer ? null : <Text size="sm">{t('source.askLead')}</Text>}
      {noted === undefined ? null : (
        <SourceDialog source={source} noting={noted} onClosed={() => setNoted(undefined)} />
      )}
    </Alert>
  );
}

function yearOf(day: Day): string {
  return day.slice(0, 4);
}
