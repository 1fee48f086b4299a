import { useTranslation } from 'react-i18next';

import type { ComparedStretch } from '#shared/contract/action-evidence.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useUndoNotice } from '../../../client/undo-notice.tsx';
import { useWorkbench } from '../../../client/workbench.tsx';
import { ReasonDialog } from '../reason-dialog.tsx';
import { useStretchName } from './stretch-name.ts';

/** Why an action is not to be compared with a stretch. */
export function LeaveOutDialog(props: {
  readonly actionId: Id;
  readonly stretch: ComparedStretch;
  readonly onClose: () => void;
}) {
  const { actionId: id, stretch } = props;
  const { t } = useTranslation('outcome');
  const client = useWorkbench();
  const offerUndo = useUndoNotice();
  const name = useStretchName()(stretch);
  const about = `${id} ${stretch.id}`;
  return (
    <ReasonDialog
      title={t('leaveOutTitle')}
      name={name}
      label={t('reason')}
      hint={t('reasonHint')}
      submit={t('leaveOut')}
      missing={t('reasonMissing')}
      draftOf={{ kind: 'left-out-stretch', about }}
      onClose={props.onClose}
      onSubmit={async (reason) => {
        const leftOut = { segmentId: stretch.id, reason };
        const { leftOut: all } = await client.actions.leaveOut({ id, leftOut });
        const kept = all.find(({ segmentId }) => segmentId === stretch.id) ?? leftOut;
        offerUndo({
          id: about,
          message: t('isLeftOut', { name }),
          undo: () => client.actions.compareAgain({ id, leftOut: kept }),
        });
      }}
    />
  );
}
