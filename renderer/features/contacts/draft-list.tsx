import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { useReporter } from '../../client/reporter.ts';
import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import { useDraftTitle } from './draft-title.ts';
import { useDrafts } from './drafts.ts';
import classes from './latest-contacts.module.css';
import { fromDraft } from './quick-log-draft.ts';
import { useQuickLog } from './quick-log-provider.tsx';
import { useDiscardDraft } from './use-discard-draft.tsx';

/** Unfinished contacts, to go on with or throw away; nothing at all when there are none. */
export function DraftList() {
  const { t } = useTranslation('contacts');
  const formats = useFormats();
  const titleOf = useDraftTitle();
  const quickLog = useQuickLog();
  const discard = useDiscardDraft();
  const report = useReporter();
  const drafts = useDrafts();
  if (drafts.length === 0) return null;
  return (
    <Panel flush title={t('draft.title')}>
      <ul className={classes.list}>
        {drafts.map((draft) => (
          <li key={draft.id}>
            <Group justify="space-between" wrap="nowrap" gap="sm" px="md" py="xs">
              <div className={classes.words}>
                <Text size="sm" fw={550} truncate>
                  {titleOf(draft)}
                </Text>
                <Text size="xs" c="dimmed">
                  {formats.recentMoment(draft.savedAt)}
                </Text>
              </div>
              <Group gap={6} wrap="nowrap">
                <Button
                  size="compact-sm"
                  variant="subtle"
                  color="gray"
                  aria-label={`${t('draft.discard')}: ${titleOf(draft)}`}
                  onClick={() => {
                    const form = fromDraft(draft.form, draft.savedAt);
                    report(discard({ id: draft.id, form }));
                  }}
                >
                  {t('draft.discard')}
                </Button>
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={`${t('draft.take')}: ${titleOf(draft)}`}
                  onClick={() => {
                    quickLog.open({ draft });
                  }}
                >
                  {t('draft.take')}
                </Button>
              </Group>
            </Group>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
