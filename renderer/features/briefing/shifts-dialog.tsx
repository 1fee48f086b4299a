import { Checkbox, Fieldset, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import {
  hoursOf,
  type Shift,
  type ShiftPlan,
  shiftPlanSchema,
  SHIFTS,
} from '#shared/domain/briefing/shift.ts';

import { useUndoNotice } from '../../client/undo-notice.tsx';
import { useWorkbench } from '../../client/workbench.tsx';
import { ClockField } from '../../ui/clock-field.tsx';
import { clockText } from '../../ui/wall-clock.ts';
import { DialogForm } from '../actions/index.ts';
import { useSpanText } from './briefing-words.ts';

/** When each shift begins as long as nobody said otherwise, minutes after midnight. */
const USUAL_BEGINS: Readonly<Record<Shift, number>> = {
  early: 6 * 60,
  day: 8 * 60,
  afternoon: 12 * 60,
  late: 14 * 60,
  evening: 18 * 60,
  night: 22 * 60,
};

/** Which shifts a zone works by, and when each begins; what that makes of the day stands below. */
export function ShiftsDialog(props: { readonly plan: ShiftPlan; readonly onClose: () => void }) {
  const { plan, onClose } = props;
  const { t } = useTranslation('briefing');
  const client = useWorkbench();
  const offerUndo = useUndoNotice();
  const spanText = useSpanText();
  const [begins, setBegins] = useState(() => ({
    ...USUAL_BEGINS,
    ...Object.fromEntries(plan.map(({ shift, from }) => [shift, from])),
  }));
  const [works, setWorks] = useState<readonly Shift[]>(plan.map(({ shift }) => shift));
  const next = SHIFTS.filter((shift) => works.includes(shift))
    .map((shift) => ({ shift, from: begins[shift] }))
    .toSorted((one, other) => one.from - other.from);
  const isWhole = shiftPlanSchema.safeParse(next).success;
  const nameOf = (shift: Shift): string => t(`shifts.${shift}`);
  const twice = next.find(({ from }, at) => next[at - 1]?.from === from);
  const problem =
    twice === undefined
      ? t('hours.noShift')
      : t('hours.together', {
          names: next
            .filter(({ from }) => from === twice.from)
            .map(({ shift }) => nameOf(shift))
            .join(', '),
          time: clockText(twice.from),
        });
  return (
    <DialogForm
      opened
      title={t('hours.change')}
      submit={t('hours.save')}
      problem={isWhole ? undefined : problem}
      onClose={onClose}
      onSubmit={async () => {
        await client.briefing.setShifts({ begins: next });
        offerUndo({
          id: 'shifts',
          message: t('hours.done'),
          undo: () => client.briefing.setShifts({ begins: plan.map((begin) => ({ ...begin })) }),
        });
      }}
    >
      <Text size="sm">{t('hours.about')}</Text>
      <Fieldset variant="unstyled" legend={t('hours.which')}>
        <Stack gap="xs" mt="xs">
          {SHIFTS.map((shift) => (
            <Group key={shift} gap="sm" mih={36} wrap="nowrap">
              <Checkbox
                w="8rem"
                label={nameOf(shift)}
                checked={works.includes(shift)}
                onChange={(event) => {
                  const { checked } = event.currentTarget;
                  setWorks(SHIFTS.filter((one) => (one === shift ? checked : works.includes(one))));
                }}
              />
              {works.includes(shift) && (
                <ClockField
                  aria-label={t('hours.begins', { shift: nameOf(shift) })}
                  value={begins[shift]}
                  onChange={(from) => {
                    setBegins((last) => ({ ...last, [shift]: from }));
                  }}
                />
              )}
            </Group>
          ))}
        </Stack>
      </Fieldset>
      <Text size="sm" role="status">
        {isWhole
          ? next
              .map(({ shift }) => {
                const hours = hoursOf(next, shift);
                return hours ? `${nameOf(shift)} ${spanText(hours)}` : '';
              })
              .join(' · ')
          : problem}
      </Text>
    </DialogForm>
  );
}
