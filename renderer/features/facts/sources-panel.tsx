import { Button, Group, Text, Title } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { FactSource } from '#shared/contract/facts.ts';

import { useErrorText } from '../../client/error-text.ts';
import { useQuestion } from '../../client/queries.ts';
import { useLeads } from '../../client/role.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import classes from './facts.module.css';
import { sourcesQuestion } from './queries.ts';
import { SourceDialog } from './source-dialog.tsx';
import { SourceYearsChart } from './source-years.tsx';

/** Where facts come from, what each year brought, and whether those years can be compared. */
export function SourcesPanel() {
  const { t } = useTranslation('facts');
  const errorText = useErrorText();
  const sources = useQuestion(sourcesQuestion);
  const mayLead = useLeads();
  const [editing, setEditing] = useState<FactSource | 'new' | null>(null);
  return (
    <Panel
      title={t('source.title')}
      aside={
        mayLead ? (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setEditing('new')}
          >
            {t('source.add')}
          </Button>
        ) : null
      }
    >
      {sources.isError ? <FailureNotice text={errorText(sources.error)} /> : null}
      {sources.data?.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('source.none')}
        </Text>
      ) : null}
      <ul className={classes.sources}>
        {(sources.data ?? []).map((source) => (
          <li key={source.id} className={classes.source}>
            <Group justify="space-between" align="flex-start" wrap="nowrap">
              <div>
                <Title order={3}>{source.name}</Title>
                <Text size="sm" c="dimmed">
                  {[t(`origin.${source.origin}`), source.credit].filter(Boolean).join(' · ')}
                </Text>
              </div>
              {mayLead ? (
                <Button
                  size="compact-sm"
                  variant="default"
                  leftSection={<IconPencil size={15} aria-hidden />}
                  aria-label={t('source.changeOf', { name: source.name })}
                  onClick={() => setEditing(source)}
                >
                  {t('source.change')}
                </Button>
              ) : null}
            </Group>
            <SourceYearsChart source={source} />
          </li>
        ))}
      </ul>
      {editing === null ? null : (
        <SourceDialog
          source={editing === 'new' ? null : editing}
          onClosed={() => setEditing(null)}
        />
      )}
    </Panel>
  );
}
