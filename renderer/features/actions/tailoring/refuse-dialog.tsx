import { useTranslation } from 'react-i18next';

import type { Refusal } from '#shared/domain/actions/action.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useUndoNotice } from '../../../client/undo-notice.tsx';
import { useWorkbench } from '../../../client/workbench.tsx';
import { ReasonDialog } from '../reason-dialog.tsx';

/** Why a proposal is not wanted here. */
export function RefuseDialog(props: {
  readonly actionId: Id;
  /** The task and the stretch, in words. */
  readonly name: string;
  readonly refused: Omit<Refusal, 'reason'>;
  readonly onClose: () => void;
}) {
  const { actionId: id, name, refused } = props;
  const { t } = useTranslation('tailoring');
  const client = useWorkbench();
  const offerUndo = useUndoNotice();
  const about = `${id} ${refused.segmentId} ${refused.type}`;
  return (
    <ReasonDialog
      title={t('refuseTitle')}
      name={name}
      label={t('reason')}
      hint={t('reasonHint')}
      submit={t('refuse')}
      missing={t('reasonMissing')}
      draftOf={{ kind: 'proposal-refusal', about }}
      onClose={props.onClose}
      onSubmit={async (reason) => {
        const refusal = { ...refused, reason };
        const { refusals } = await client.actions.refuseProposal({ id, refusal });
        const kept = refusals.find(
          ({ segmentId, type }) => segmentId === refused.segmentId && type === refused.type,
        );
        offerUndo({
          id: about,
          message: t('refused', { name }),
          undo: () => client.actions.restoreProposal({ id, refusal: kept ?? refusal }),
        });
      }}
    />
  );
}
