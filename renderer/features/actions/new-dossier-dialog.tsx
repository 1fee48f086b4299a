import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { CHEERS, type DossierForm } from '#shared/domain/actions/dossier.ts';
import { LONGEST_TITLE } from '#shared/domain/actions/vocabulary.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useDialogDraft } from '../../client/use-dialog-draft.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { useFormats } from '../../ui/formats.ts';
import { useStretchWords } from '../../ui/stretch-words.ts';
import { AddressField, type AddressValue } from '../territory/index.ts';
import { CodeChoice } from './choice.tsx';
import { DialogForm } from './dialog-form.tsx';
import { newId, useSegments } from './queries.ts';

/** What a dossier begins from. */
export interface DossierBegin {
  readonly place: AddressValue | null;
  readonly title: string;
  readonly problem: string | null;
  readonly contacts: readonly Id[];
}

/** A new dossier: what, where, and which problem; everything else on its page. */
export function NewDossierDialog(props: {
  readonly begin: DossierBegin | undefined;
  readonly onClose: () => void;
}) {
  const { begin } = props;
  if (!begin) return null;
  return <NewDossierForm begin={begin} onClose={props.onClose} />;
}

function NewDossierForm(props: { readonly begin: DossierBegin; readonly onClose: () => void }) {
  const { begin } = props;
  const { t } = useTranslation('actions');
  const formats = useFormats();
  const words = useStretchWords();
  const client = useWorkbench();
  const navigate = useNavigate();
  const [id] = useState(newId);
  const about = begin.contacts[0] ?? begin.place?.streetId ?? '';
  const draft = useDialogDraft('dossier', about, { title: begin.title });
  const { title } = draft.form;
  const [problem, setProblem] = useState(begin.problem);
  const [place, setPlace] = useState(begin.place);
  const [areaId, setAreaId] = useState<string>();
  const [left, setLeft] = useState<ReadonlySet<Id>>(new Set());
  const segments = useSegments(place?.streetId).data ?? [];
  const areas = new Map(
    segments.map((one) => [
      one.neighbourhoodId ?? '',
      formats.name(one.neighbourhoodNameNl, one.neighbourhoodNameFr) || t('outside'),
    ]),
  );
  const area = areaId !== undefined && areas.has(areaId) ? areaId : ([...areas.keys()][0] ?? '');
  const within = segments.filter((one) => (one.neighbourhoodId ?? '') === area);
  const chosen = within.filter((one) => !left.has(one.id));
  const missing =
    title.trim() === ''
      ? t('new.titleMissing')
      : chosen.length === 0
        ? t('new.placeMissing')
        : undefined;
  return (
    <DialogForm
      opened
      draft={draft}
      size="lg"
      title={t('new.title')}
      submit={t('new.do')}
      problem={missing}
      onClose={props.onClose}
      onSubmit={async () => {
        const cheers = Object.fromEntries(CHEERS.map((question) => [question, '']));
        await client.actions.openDossier({
          id,
          form: {
            ...(cheers as Pick<DossierForm, (typeof CHEERS)[number]>),
            title,
            problem,
            segments: chosen.map((one) => one.id),
            windows: [],
            affected: [],
            scanning: '',
            analysis: '',
            assessment: '',
            contacts: [...begin.contacts],
            facts: [],
            state: 'scanning',
          },
        });
      }}
      onDone={() => void navigate({ to: '/dossiers/$dossierId', params: { dossierId: id } })}
    >
      <TextInput
        label={t('title')}
        description={t('new.titleHint')}
        withAsterisk
        data-autofocus
        maxLength={LONGEST_TITLE}
        value={title}
        onChange={(event) => {
          draft.change({ title: event.currentTarget.value });
        }}
      />
      <AddressField label={t('new.street')} value={place} onChange={setPlace} />
      {areas.size > 1 && (
        <NativeSelect
          label={t('new.area')}
          description={t('new.areaHint')}
          value={area}
          data={[...areas].map(([value, label]) => ({ value, label }))}
          onChange={(event) => {
            setAreaId(event.currentTarget.value);
          }}
        />
      )}
      {within.length > 1 && (
        <Checkbox.Group
          label={t('new.stretches')}
          value={chosen.map((one) => one.id)}
          onChange={(kept) => {
            setLeft(new Set(within.map((one) => one.id).filter((one) => !kept.includes(one))));
          }}
        >
          {within.map((one) => (
            <Checkbox
              key={one.id}
              mt={6}
              value={one.id}
              label={words.within(one.number, one.lengthMetres)}
            />
          ))}
        </Checkbox.Group>
      )}
      <CodeChoice
        list="problem"
        label={t('problem')}
        none={t('notSaid')}
        value={problem}
        onChange={setProblem}
      />
    </DialogForm>
  );
}
