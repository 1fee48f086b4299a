import { Group, NativeSelect, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';

import type { AbsenceRow } from '#shared/contract/people.ts';
import { dayOf } from '#shared/lib/dates.ts';
import { type Id, idSchema } from '#shared/lib/ids.ts';

import { useDeskState } from '../../client/desk-state.ts';
import { useNeighbourhoods } from '../../client/neighbourhoods.ts';
import { useLeads } from '../../client/role.ts';
import { useUndoNotice } from '../../client/undo-notice.tsx';
import { useFormDraft } from '../../client/use-form-draft.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { useFormats } from '../../ui/formats.ts';
import { DialogForm, useOfficers } from '../actions/index.ts';
import { useAbsences } from './absences.ts';

const CHOICES = z.object({
  officerId: idSchema,
  firstDay: z.string(),
  lastDay: z.string(),
  substituteId: idSchema.nullable(),
});
const NO_TEXTS = {};

/** From when to when somebody is away, and who stands in. With `row`, that absence is changed. */
export function AbsenceDialog(props: { readonly row?: AbsenceRow; readonly onClose: () => void }) {
  const { row } = props;
  const { t } = useTranslation('absences');
  const client = useWorkbench();
  const offerUndo = useUndoNotice();
  const leads = useLeads();
  const officers = useOfficers();
  const me = useDeskState().data?.officer?.id ?? '';
  const draft = useFormDraft(
    'absence',
    row ? `${row.officerId} ${row.firstDay}` : 'new',
    NO_TEXTS,
    CHOICES,
    {
      officerId: row?.officerId ?? me,
      firstDay: row?.firstDay ?? dayOf(new Date().toISOString()),
      lastDay: row?.lastDay ?? '',
      substituteId: row?.substituteId ?? null,
    },
  );
  const { choices, choose } = draft;
  const { officerId, firstDay, lastDay, substituteId } = choices;
  const lacks = (['firstDay', 'lastDay', 'substituteId'] as const).find((field) => !choices[field]);
  const others = officers.all.filter(({ id }) => id !== officerId);
  return (
    <DialogForm
      opened
      draft={draft}
      title={row ? t('changeOf', { name: row.displayName }) : t('add')}
      submit={t('save')}
      problem={lacks && t(`lacks.${lacks}`)}
      problemAt={lacks}
      onClose={props.onClose}
      onSubmit={async () => {
        if (substituteId === null) return;
        const period = { officerId, firstDay, lastDay, substituteId };
        await client.people.setAbsence({ ...period, replaces: row?.firstDay ?? null });
        offerUndo({
          id: `absence-${officerId}`,
          message: t('done', {
            name: officers.name(officerId),
            other: officers.name(substituteId),
          }),
          undo: () =>
            row
              ? client.people.setAbsence({
                  officerId,
                  firstDay: row.firstDay,
                  lastDay: row.lastDay,
                  substituteId: row.substituteId,
                  replaces: firstDay,
                })
              : client.people.endAbsence({ officerId, firstDay }),
        });
      }}
    >
      {(refused) => (
        <>
          {leads && !row && (
            <NativeSelect
              label={t('officer')}
              data-autofocus
              value={officerId}
              data={officers.all.map(({ id, displayName }) => ({ value: id, label: displayName }))}
              onChange={(event) => {
                const next = event.currentTarget.value;
                choose({
                  officerId: next,
                  ...(next === substituteId && { substituteId: null }),
                });
              }}
            />
          )}
          <NativeSelect
            label={t('substitute')}
            withAsterisk
            data-autofocus={row !== undefined || !leads || undefined}
            value={substituteId ?? ''}
            error={refused.is('substituteId')}
            data={[
              { value: '', label: t('choose') },
              ...others.map(({ id, displayName }) => ({ value: id, label: displayName })),
            ]}
            onChange={(event) => {
              choose({ substituteId: event.currentTarget.value || null });
            }}
          />
          <Group grow align="flex-start">
            <DayField
              label={t('firstDay')}
              withAsterisk
              value={firstDay}
              error={refused.is('firstDay')}
              onChange={(day) => {
                choose({ firstDay: day });
              }}
            />
            <DayField
              label={t('lastDay')}
              withAsterisk
              value={lastDay}
              error={refused.is('lastDay')}
              onChange={(day) => {
                choose({ lastDay: day });
              }}
            />
          </Group>
          {substituteId !== null && (
            <SubstituteNotes
              officerId={officerId}
              substituteId={substituteId}
              firstDay={firstDay}
              lastDay={lastDay}
            />
          )}
          <Text size="sm" c="dimmed">
            {t('effect')} {t('whyNot')}
          </Text>
        </>
      )}
    </DialogForm>
  );
}

/** What to think of before this colleague stands in: days on which they are away too, neighbourhoods they do not see. */
function SubstituteNotes(props: {
  readonly officerId: Id;
  readonly substituteId: Id;
  readonly firstDay: string;
  readonly lastDay: string;
}) {
  const { officerId, substituteId, firstDay, lastDay } = props;
  const { t } = useTranslation('absences');
  const formats = useFormats();
  const { name: nameOf } = useOfficers();
  const absences = useAbsences().data ?? [];
  const neighbourhoods = useNeighbourhoods().data ?? [];
  const name = nameOf(substituteId);
  const away = absences.filter(
    (absence) =>
      absence.officerId === substituteId &&
      absence.firstDay <= lastDay &&
      firstDay <= absence.lastDay,
  );
  const unseen = neighbourhoods.filter(({ officers }) => {
    const holds = (id: Id): boolean => officers.some((officer) => officer.officerId === id);
    return holds(officerId) && !holds(substituteId);
  });
  return (
    <>
      {away.map((absence) => (
        <Text key={absence.firstDay} size="sm" role="note">
          {t('alsoAway', {
            name,
            days: t('days', {
              first: formats.day(absence.firstDay),
              last: formats.day(absence.lastDay),
            }),
            other: absence.substituteName,
          })}
        </Text>
      ))}
      {unseen.length > 0 && (
        <Text size="sm" role="note">
          {t('notNamed', {
            name,
            neighbourhoods: unseen
              .map(({ nameNl, nameFr }) => formats.name(nameNl, nameFr))
              .join(', '),
          })}
        </Text>
      )}
    </>
  );
}
