import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';

import type { AttentionItem } from '#shared/contract/sync-lines.ts';
import { type Id, makeId } from '#shared/lib/ids.ts';

import { useEveryDraft } from '../../client/drafts.ts';
import { useFieldName } from '../../client/records/record-words.ts';
import { useReporter } from '../../client/reporter.ts';
import { useUndoNotice } from '../../client/undo-notice.tsx';
import { useWorkbench } from '../../client/workbench.tsx';
import { draftAgain } from './draft-again.ts';
import { nl } from './texts/nl.ts';
import { TypedTexts } from './typed-texts.tsx';

/** Why the centre did not take something, and what was typed: to copy, or to begin again with. */
export function RefusalCard({ item }: { readonly item: AttentionItem }) {
  const { opId } = item;
  const { t } = useTranslation('sync');
  const client = useWorkbench();
  const report = useReporter();
  const offerUndo = useUndoNotice();
  const isSetApart = item.state === 'quarantined';
  const seen = async (): Promise<void> => {
    await client.sync.settle({ opId, settled: true });
    offerUndo({
      id: `seen-${opId}`,
      message: t('attention.seenDone'),
      undo: () => client.sync.settle({ opId, settled: false }),
    });
  };
  const drafts = useEveryDraft().data;
  const draft = drafts && draftAgain(item, drafts, newId);
  const beginAgain = async (): Promise<void> => {
    if (draft) await client.contacts.saveDraft(draft);
    notifications.show({ color: 'teal', message: t('attention.asDraftDone') });
  };
  return (
    <Stack gap="xs">
      <Text size="sm">
        {t(isSetApart ? 'attention.quarantined' : 'attention.rejected')} <Reason item={item} />
      </Text>
      {item.note !== '' && <Text size="sm">{t('attention.note', { note: item.note })}</Text>}
      <TypedTexts texts={item.texts} />
      <Group gap="xs" justify="flex-end">
        {draft && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              report(beginAgain());
            }}
          >
            {t('attention.asDraft')}
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            report(seen());
          }}
        >
          {t('attention.seen')}
        </Button>
      </Group>
    </Stack>
  );
}

function newId(): Id {
  return makeId(Date.now(), crypto.getRandomValues(new Uint8Array(16)));
}

function Reason({ item }: { readonly item: AttentionItem }) {
  const { t } = useTranslation('sync');
  const fieldName = useFieldName();
  const { code, field } = item;
  const reason = isKnown(code) ? t(`code.${code}`) : t('code.other', { code });
  return field === '' ? reason : `${reason} ${t('code.field', { field: fieldName(field) })}.`;
}

function isKnown(code: string): code is Exclude<keyof typeof nl.code, 'other' | 'field'> {
  return Object.hasOwn(nl.code, code) && code !== 'other' && code !== 'field';
}
