import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { type Day, dayOf } from '#shared/lib/dates.ts';
import type { Account, Right } from '#shared/protocol/administration.ts';

import { useUndoNotice } from '../../client/undo-notice.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { useFormats } from '../../ui/formats.ts';
import { FormDialog } from './form-dialog.tsx';
import { useAct } from './questions.ts';

/** Ends a right on a day: the first on which it holds no longer. */
export function EndRightDialog(props: {
  readonly right: Right;
  readonly account: Account;
  /** Over which place, in words. */
  readonly what: string;
  readonly onClosed: () => void;
}) {
  const { right, account } = props;
  const { t } = useTranslation('administration');
  const formats = useFormats();
  const act = useAct();
  const offerUndo = useUndoNotice();
  const [day, setDay] = useState<Day | ''>(() => dayOf(new Date().toISOString()));
  const [asked, setAsked] = useState(false);
  const endOn = (validTo: Day): Promise<unknown> =>
    act(({ administration }) => administration.endRight({ rightId: right.id, validTo }));
  return (
    <FormDialog
      title={t('rights.endTitle', { name: account.displayName })}
      submit={t('rights.end')}
      isReady={() => {
        setAsked(true);
        return day !== '';
      }}
      onSubmit={async () => {
        await endOn(day);
        offerUndo({
          id: `right-${right.id}`,
          message: t('rights.ended', {
            name: account.displayName,
            day: day === '' ? '' : formats.day(day),
          }),
          undo: () => endOn(right.validTo),
        });
      }}
      onClosed={props.onClosed}
    >
      <Text size="sm" fw={600}>
        {props.what}
      </Text>
      <Text size="sm">{t('rights.endText')}</Text>
      <DayField
        required
        label={t('rights.endDay')}
        value={day}
        error={asked && day === '' && t('rights.dayMissing')}
        onChange={setDay}
      />
    </FormDialog>
  );
}
