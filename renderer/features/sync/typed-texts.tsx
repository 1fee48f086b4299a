import { Button, CopyButton, Group, Text } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { AttentionItem } from '#shared/contract/sync-lines.ts';

import { useFieldName } from '../../client/records/record-words.ts';
import classes from './sync.module.css';

/** What was typed, to read and to copy. */
export function TypedTexts({ texts }: Pick<AttentionItem, 'texts'>) {
  const { t } = useTranslation('sync');
  const fieldName = useFieldName();
  if (texts.length === 0) return null;
  return (
    <div>
      <Group justify="space-between" gap="xs">
        <Text size="xs" c="dimmed">
          {t('attention.texts')}
        </Text>
        <CopyButton value={texts.map(({ text }) => text).join('\n\n')}>
          {({ copied, copy }) => (
            <Button
              size="compact-xs"
              variant="default"
              leftSection={<IconCopy size={14} aria-hidden />}
              onClick={copy}
            >
              {t(copied ? 'attention.copied' : 'attention.copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
      {texts.map(({ field, text }, index) => (
        <div key={`${field} ${index}`} className={classes.typed}>
          <Text size="xs" c="dimmed">
            {fieldName(field)}
          </Text>
          <Text size="sm" className={classes.words}>
            {text}
          </Text>
        </div>
      ))}
    </div>
  );
}
