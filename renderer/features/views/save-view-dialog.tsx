import { Button, Checkbox, Group, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ContactView } from '#shared/domain/contacts/contact-view.ts';
import { LONGEST_VIEW_NAME, type SavedView } from '#shared/domain/views/saved-view.ts';
import { makeId } from '#shared/lib/ids.ts';

import { useErrorText } from '../../client/error-text.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { FormModal } from '../../ui/form-modal.tsx';
import { ShortText } from '../../ui/short-text.tsx';

/** What the dialog is open for: keeping this view, or naming and sharing one that is kept. */
export type SaveViewTask =
  { readonly save: ContactView } | { readonly rename: SavedView } | undefined;

export function SaveViewDialog(props: {
  readonly task: SaveViewTask;
  readonly onDone: () => void;
}) {
  const { task, onDone } = props;
  const { t } = useTranslation('views');
  return (
    <FormModal
      opened={task !== undefined}
      onClose={onDone}
      title={t(task && 'rename' in task ? 'saved.renameTitle' : 'saved.saveTitle')}
    >
      {task && <SaveViewForm task={task} onDone={onDone} />}
    </FormModal>
  );
}

function SaveViewForm(props: {
  readonly task: NonNullable<SaveViewTask>;
  readonly onDone: () => void;
}) {
  const { task, onDone } = props;
  const { t } = useTranslation('views');
  const { t: common } = useTranslation();
  const client = useWorkbench();
  const errorText = useErrorText();
  const known = 'rename' in task ? task.rename : undefined;
  // One id for this dialog, so that a second click does not keep the view twice.
  const [id] = useState(
    () => known?.id ?? makeId(Date.now(), crypto.getRandomValues(new Uint8Array(16))),
  );
  const [name, setName] = useState(known?.name ?? '');
  const [shared, setShared] = useState(known?.shared ?? false);
  const [isMissing, setMissing] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  const keep = async (): Promise<void> => {
    setMissing(name.trim() === '');
    if (name.trim() === '') return;
    setBusy(true);
    setProblem(undefined);
    try {
      await ('save' in task
        ? client.views.save({ id, fields: { name, shared, view: task.save } })
        : client.views.change({ id, fields: { name, shared } }));
      notifications.show({ color: 'teal', message: t('saved.stored', { name: name.trim() }) });
      onDone();
    } catch (error) {
      setProblem(errorText(error));
      setBusy(false);
    }
  };
  return (
    <form
      onChange={() => {
        setProblem(undefined);
      }}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <Stack gap="md">
        <ShortText
          data-autofocus
          label={t('saved.name')}
          description={t('saved.nameHint')}
          most={LONGEST_VIEW_NAME}
          value={name}
          error={isMissing && t('saved.nameMissing')}
          onText={setName}
        />
        <Checkbox
          label={t('saved.shared')}
          description={t('saved.sharedHint')}
          checked={shared}
          onChange={(event) => {
            setShared(event.currentTarget.checked);
          }}
        />
        {problem !== undefined && <FailureNotice text={problem} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>
            {common('cancel')}
          </Button>
          <Button type="submit" loading={isBusy}>
            {t('saved.keep')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
