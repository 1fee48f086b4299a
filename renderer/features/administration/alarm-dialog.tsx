import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { alarmDaysSchema } from '#shared/protocol/administration.ts';

import { useUndoNotice } from '../../client/undo-notice.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { FormDialog } from './form-dialog.tsx';
import { useAct } from './questions.ts';

/** After how many days of silence a desk stands out. */
export function AlarmDialog(props: { readonly days: number; readonly onClosed: () => void }) {
  const { t } = useTranslation('administration');
  const act = useAct();
  const offerUndo = useUndoNotice();
  const [days, setDays] = useState<number | null>(props.days);
  const parsed = alarmDaysSchema.safeParse(days);
  const put = (count: number): Promise<unknown> =>
    act(({ administration }) => administration.setDeskAlarm({ days: count }));
  return (
    <FormDialog
      title={t('desks.alarmTitle')}
      submit={t('accounts.save')}
      isReady={() => parsed.success}
      onSubmit={async () => {
        if (!parsed.success) return;
        await put(parsed.data);
        offerUndo({
          id: 'desk-alarm',
          message: t('desks.alarmSet', { count: parsed.data }),
          undo: () => put(props.days),
        });
      }}
      onClosed={props.onClosed}
    >
      <NumberField
        data-autofocus
        required
        label={t('desks.alarmDays')}
        description={t('desks.alarmHint')}
        min={1}
        max={365}
        whole
        value={days}
        error={!parsed.success && t('desks.alarmWrong')}
        onChange={setDays}
      />
    </FormDialog>
  );
}
