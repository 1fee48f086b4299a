import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';

import type { TerritoryDraft } from '#shared/contract/administration.ts';

import { useErrorText } from '../../client/error-text.ts';
import { type Question, useQuestion } from '../../client/queries.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { useFormats } from '../../ui/formats.ts';
import { FormDialog } from './form-dialog.tsx';
import { useAct } from './questions.ts';

const draftQuestion: Question<TerritoryDraft> = {
  topics: ['territory', 'zone-territory'],
  key: ['administration.territoryDraft'],
  ask: (client, signal) => client.administration.territoryDraft(undefined, { signal }),
};

/** Publishes the territory of this desk, after saying what it holds, or why that cannot be. */
export function PublishDialog(props: { readonly onClosed: () => void }) {
  const { t } = useTranslation('administration');
  const { t: common } = useTranslation();
  const formats = useFormats();
  const errorText = useErrorText();
  const answer = useQuestion(draftQuestion);
  const act = useAct();
  const draft = answer.data?.draft;
  const hindrance = hindranceOf(answer.data);
  const publish = async (): Promise<void> => {
    if (!draft) return;
    const { number } = await act(({ administration }) =>
      administration.publishTerritory({ hash: draft.hash }),
    );
    notifications.show({ color: 'teal', message: t('versions.done', { number }) });
  };
  return (
    <FormDialog
      title={t('versions.publishTitle')}
      submit={t('versions.publish')}
      isReady={() => answer.isSuccess && hindrance === null}
      onSubmit={publish}
      onClosed={props.onClosed}
    >
      {answer.isPending && <Text size="sm">{common('loading')}</Text>}
      {answer.isError && <FailureNotice text={errorText(answer.error)} />}
      {hindrance !== null && (
        <Text size="sm" role="status">
          {t(`versions.${hindrance}`)}
        </Text>
      )}
      {draft && hindrance === null && (
        <>
          <Text size="sm">{t('versions.publishText')}</Text>
          <Text size="sm" fw={600}>
            {t('versions.counts', { ...draft.counts })}, {formats.day(draft.validFrom)}
          </Text>
        </>
      )}
    </FormDialog>
  );
}

function hindranceOf(told: TerritoryDraft | undefined): 'empty' | 'behind' | 'same' | null {
  if (told === undefined) return null;
  if (told.draft === null) return 'empty';
  if (told.isBehind) return 'behind';
  return told.isNew ? null : 'same';
}
