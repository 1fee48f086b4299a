import { Checkbox, NativeSelect, Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';

import type { DossierPage, PlannedAction } from '#shared/contract/actions.ts';
import { goesElsewhere, placeOf } from '#shared/domain/actions/copy-action.ts';
import { type Id, idSchema } from '#shared/lib/ids.ts';

import type { Refusal } from '../../client/refused-field.ts';
import { useFormDraft } from '../../client/use-form-draft.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { LongText } from '../../ui/long-text.tsx';
import { DialogForm } from './dialog-form.tsx';
import { newId, useDossier, useDossiers } from './queries.ts';
import { useStretchName } from './stretch-name.ts';
import { TitleField, useTitleProblem } from './title-field.tsx';

const CHOICES = z.object({ dossierId: idSchema, chosen: z.array(idSchema).nullable() });

/** A new proposal after this one; on another stretch, here or of another dossier, it asks what differs. */
export function CopyDialog(props: {
  readonly action: PlannedAction;
  readonly page: DossierPage;
  readonly onClose: () => void;
}) {
  const { action, page } = props;
  const { t } = useTranslation('actions');
  const client = useWorkbench();
  const navigate = useNavigate();
  const [id] = useState(newId);
  const draft = useFormDraft(
    'action-copy',
    action.id,
    { title: action.title, differs: '' },
    CHOICES,
    { dossierId: action.dossierId, chosen: null },
  );
  const { title, differs } = draft.form;
  const { dossierId, chosen } = draft.choices;
  const dossiers = useDossiers().data ?? [];
  const target = useDossier(dossierId).data;
  const stretches = target?.dossier.segments ?? [];
  const source = placeOf(action, action.measures, page.dossier.segments);
  const elsewhere = stretches.filter((one) => !source.segments.includes(one));
  const isOwn = dossierId === action.dossierId;
  const segments = chosen ?? (isOwn && elsewhere.length > 0 ? elsewhere : stretches);
  const isElsewhere = goesElsewhere(source, { dossierId, segments });
  const titleProblem = useTitleProblem(t('new.titleMissing'));
  const problem = ((): Refusal | undefined => {
    const wrongTitle = titleProblem(title);
    if (wrongTitle !== undefined) return { text: wrongTitle, at: 'title' };
    if (stretches.length > 0 && segments.length === 0) {
      return { text: t('copy.stretchesMissing'), at: 'segments' };
    }
    const isMissing = isElsewhere && differs.trim() === '';
    return isMissing ? { text: t('copy.differsMissing'), at: 'differs' } : undefined;
  })();
  return (
    <DialogForm
      opened
      draft={draft}
      title={t('copy.title')}
      submit={t('copy.do')}
      problem={problem?.text}
      problemAt={problem?.at}
      onClose={props.onClose}
      onSubmit={async () => {
        await client.actions.adapt({
          id,
          sourceId: action.id,
          dossierId,
          title,
          differs,
          segments: [...segments],
        });
        await navigate({
          to: '/actions/$actionId',
          params: { actionId: id },
          search: { dossier: dossierId },
        });
      }}
    >
      {(refused) => (
        <>
          <NativeSelect
            label={t('copy.where')}
            error={refused.is('dossierId')}
            value={dossierId}
            data={dossiers.map((one) => ({ value: one.id, label: one.title }))}
            onChange={(event) => {
              draft.choose({ dossierId: event.currentTarget.value, chosen: null });
            }}
          />
          {target && stretches.length > 1 && (
            <StretchChoice
              page={target}
              error={refused.text('segments')}
              chosen={segments}
              onChange={(next) => {
                draft.choose({ chosen: [...next] });
              }}
            />
          )}
          <TitleField
            label={t('title')}
            error={refused.is('title')}
            value={title}
            onText={(text) => {
              draft.change({ title: text });
            }}
          />
          <LongText
            label={t('copy.differs')}
            error={refused.is('differs')}
            description={t('copy.differsHint')}
            withAsterisk={isElsewhere}
            value={differs}
            onText={(text) => {
              draft.change({ differs: text });
            }}
          />
        </>
      )}
    </DialogForm>
  );
}

/** On which stretches of the dossier the copy goes. */
function StretchChoice(props: {
  readonly page: DossierPage;
  readonly chosen: readonly Id[];
  readonly error: string | undefined;
  readonly onChange: (chosen: readonly Id[]) => void;
}) {
  const { page, chosen, onChange } = props;
  const { t } = useTranslation('actions');
  const stretchName = useStretchName(page.segments);
  return (
    <Checkbox.Group
      label={t('new.stretches')}
      error={props.error}
      value={[...chosen]}
      onChange={onChange}
    >
      <Stack gap="xs" mt={6}>
        {page.segments
          .filter(({ id }) => page.dossier.segments.includes(id))
          .map(({ id }) => (
            <Checkbox key={id} value={id} label={stretchName(id)} />
          ))}
      </Stack>
    </Checkbox.Group>
  );
}
