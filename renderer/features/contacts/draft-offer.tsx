import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { ContactDraft } from '#shared/domain/contacts/contact.ts';

import { useFormats } from '../../ui/formats.ts';
import { useDraftTitle } from './draft-title.ts';

/** "You have 1 unfinished contact", with a way to go on with it. */
export function DraftOffer(props: {
  readonly drafts: readonly ContactDraft[];
  readonly onTake: (draft: ContactDraft) => void;
}) {
  const { drafts } = props;
  const { t } = useTranslation('contacts');
  const formats = useFormats();
  const titleOf = useDraftTitle();
  if (drafts.length === 0) return null;
  return (
    <Paper bg="var(--wijkwerk-selected)" p="sm" radius="md">
      <Text size="sm" fw={600} mb={6}>
        {t('draft.offer', { count: drafts.length })}
      </Text>
      <Stack gap={6}>
        {drafts.slice(0, 3).map((draft) => (
          <Group key={draft.id} justify="space-between" wrap="nowrap" gap="sm">
            <Text size="sm" truncate>
              {titleOf(draft)}{' '}
              <Text span size="xs" c="dimmed">
                {formats.recentMoment(draft.savedAt)}
              </Text>
            </Text>
            <Button
              size="compact-sm"
              variant="default"
              flex="none"
              aria-label={`${t('draft.take')}: ${titleOf(draft)}`}
              onClick={() => {
                props.onTake(draft);
              }}
            >
              {t('draft.take')}
            </Button>
          </Group>
        ))}
      </Stack>
    </Paper>
  );
}
