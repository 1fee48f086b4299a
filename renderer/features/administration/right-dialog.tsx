import { Checkbox, NativeSelect, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { type Day, dayOf, OPEN_END } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';
import { type Account, RIGHT_KINDS } from '#shared/protocol/administration.ts';

import { useQuestion } from '../../client/queries.ts';
import { useUndoNotice } from '../../client/undo-notice.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { useAreaNames } from './area-names.ts';
import { FormDialog } from './form-dialog.tsx';
import { areasQuestion, useAct } from './questions.ts';

/** Gives an officer a right: in which area, from when, until when. */
export function RightDialog(props: {
  readonly accounts: readonly Account[];
  readonly zoneId: Id;
  readonly onClosed: () => void;
}) {
  const { accounts, zoneId, onClosed } = props;
  const { t } = useTranslation('administration');
  const act = useAct();
  const offerUndo = useUndoNotice();
  const nameOfArea = useAreaNames();
  const areas = useQuestion(areasQuestion).data?.areas ?? [];
  const [officerId, setOfficerId] = useState<Id | null>(null);
  const [kind, setKind] = useState<(typeof RIGHT_KINDS)[number]>('neighbourhood');
  const [areaId, setAreaId] = useState<Id | null>(null);
  const [restricted, setRestricted] = useState(false);
  const [validFrom, setValidFrom] = useState<Day | ''>(() => dayOf(new Date().toISOString()));
  const [validTo, setValidTo] = useState<Day | ''>('');
  const [asked, setAsked] = useState(false);
  const where = kind === 'zone' ? zoneId : areaId;
  const isBackwards = validFrom !== '' && validTo !== '' && validTo <= validFrom;
  const isReady = officerId !== null && where !== null && validFrom !== '' && !isBackwards;
  const choices = areas.filter((area) => area.kind === kind && area.atCentre);

  const give = async (): Promise<void> => {
    if (officerId === null || where === null) return;
    const { rightId } = await act(({ administration }) =>
      administration.addRight({
        officerId,
        kind,
        areaId: where,
        restricted,
        validFrom,
        validTo: validTo === '' ? OPEN_END : validTo,
      }),
    );
    const name = accounts.find((account) => account.officerId === officerId)?.displayName ?? '';
    offerUndo({
      id: `right-${rightId}`,
      message: t('rights.given', { name }),
      // A right of no day at all: that it was given stays in what was done.
      undo: () =>
        act(({ administration }) => administration.endRight({ rightId, validTo: validFrom })),
    });
  };
  return (
    <FormDialog
      title={t('rights.addTitle')}
      submit={t('rights.add')}
      isReady={() => {
        setAsked(true);
        return isReady;
      }}
      onSubmit={give}
      onClosed={onClosed}
    >
      <Select
        data-autofocus
        required
        searchable
        label={t('rights.whose')}
        data={accounts.map((account) => ({
          value: account.officerId,
          label: account.displayName,
        }))}
        value={officerId}
        error={asked && officerId === null && t('rights.whoseMissing')}
        onChange={setOfficerId}
      />
      <NativeSelect
        label={t('rights.what')}
        data={RIGHT_KINDS.map((value) => ({ value, label: t(`rightKind.${value}`) }))}
        value={kind}
        onChange={(event) => {
          setKind(RIGHT_KINDS.find((known) => known === event.currentTarget.value) ?? kind);
          setAreaId(null);
        }}
      />
      {kind !== 'zone' && (
        <Select
          required
          searchable
          label={t(`rightKind.${kind}`)}
          description={choices.length === 0 && t('rights.noAreas')}
          data={choices.map(({ id }) => ({ value: id, label: nameOfArea({ kind, areaId: id }) }))}
          value={areaId}
          error={asked && areaId === null && t('rights.areaMissing')}
          onChange={setAreaId}
        />
      )}
      <DayField
        required
        label={t('rights.from')}
        value={validFrom}
        error={asked && validFrom === '' && t('rights.dayMissing')}
        onChange={setValidFrom}
      />
      <DayField
        label={t('rights.to')}
        description={t('rights.toHint')}
        value={validTo}
        error={isBackwards && t('rights.backwards')}
        onChange={setValidTo}
      />
      <Checkbox
        label={t('rights.restrictedToo')}
        checked={restricted}
        onChange={(event) => {
          setRestricted(event.currentTarget.checked);
        }}
      />
    </FormDialog>
  );
}
