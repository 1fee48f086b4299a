import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

import { type Code, type CodeFields, codeFieldsSchema } from '#shared/domain/codes/code.ts';

import { refresh } from '../../client/queries.ts';
import { useReporter } from '../../client/reporter.ts';
import { useWorkbench } from '../../client/workbench.tsx';

/** What can be changed of a code, as it stands now. */
export function fieldsOf(code: Code): CodeFields {
  return codeFieldsSchema.parse(code);
}

export interface CodeChange {
  readonly code: Code;
  readonly fields: Partial<CodeFields>;
}

/** Changes codes and says so, with a way back. Rejects when the first change is refused. */
export function useChangeCodes(): (
  changes: readonly CodeChange[],
  message: string,
) => Promise<void> {
  const { t } = useTranslation();
  const client = useWorkbench();
  const queries = useQueryClient();
  const report = useReporter();
  return useCallback(
    async (changes, message) => {
      const apply = async (undo: boolean): Promise<void> => {
        try {
          for (const { code, fields } of changes) {
            const before = fieldsOf(code);
            await client.codes.change({
              id: code.id,
              fields: undo ? before : { ...before, ...fields },
            });
          }
        } finally {
          await refresh(queries, ['codes']);
        }
      };
      await apply(false);
      const id = `code-${changes[0]?.code.id ?? ''}`;
      notifications.hide(id);
      notifications.show({
        id,
        autoClose: 15_000,
        message: (
          <Group justify="space-between" wrap="nowrap">
            {message}
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                notifications.hide(id);
                report(apply(true));
              }}
            >
              {t('undo')}
            </Button>
          </Group>
        ),
      });
    },
    [client, queries, report, t],
  );
}
