import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { DossierPage } from '#shared/contract/actions.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useUndoNotice } from '../../../client/undo-notice.tsx';
import { useWorkbench } from '../../../client/workbench.tsx';
import { DialogForm } from '../dialog-form.tsx';
import { areaNamed } from './areas.ts';
import { StretchFields } from './stretch-fields.tsx';
import { useChoiceProblem } from './use-choice-problem.ts';
import { useStretchChoice } from './use-stretch-choice.ts';

/** Which stretches a dossier is about, changed afterwards; one that an action uses stays. */
export function ChangeStretches(props: {
  readonly page: DossierPage;
  readonly onClose: () => void;
}) {
  const { page, onClose } = props;
  const { dossier } = page;
  const { t } = useTranslation('stretches');
  const client = useWorkbench();
  const offerUndo = useUndoNotice();
  const own = page.segments.filter(({ id }) => dossier.segments.includes(id));
  const today = new Set(own.flatMap((segment) => segment.today ?? []));
  const choice = useStretchChoice({
    streetIds: [...new Set(own.map(({ streetId }) => streetId))],
    area: () => areaNamed(own, dossier.neighbourhoodId) ?? dossier.neighbourhoodId ?? '',
    isChosen: ({ id }) => today.has(id),
  });
  // What the territory has no longer, or this desk does not know, cannot be ticked and stays.
  const gone = dossier.segments.filter(
    (id) => (own.find((segment) => segment.id === id)?.today ?? null) === null,
  );
  const chosen = [...choice.chosen, ...gone];
  const problem = useChoiceProblem(choice, chosen.length);
  const usedBy = useUses(page);
  const change = (segments: readonly Id[]) =>
    client.actions.changeDossier({ id: dossier.id, changes: { segments: [...segments] } });
  return (
    <DialogForm
      opened
      size="lg"
      title={t('change')}
      submit={t('save')}
      problem={problem}
      problemAt={choice.isWhole ? 'segments' : undefined}
      onClose={onClose}
      onSubmit={async () => {
        await change(chosen);
        offerUndo({
          id: `stretches-${dossier.id}`,
          message: t('changed'),
          undo: () => change(dossier.segments),
        });
      }}
    >
      <Text size="sm">{t('about')}</Text>
      <StretchFields choice={choice} isNew={false} usedBy={usedBy} />
      {gone.length > 0 && <Text size="sm">{t('gone', { count: gone.length })}</Text>}
    </DialogForm>
  );
}

/** Titles of the actions that use stretches, by the row of today. */
function useUses({ segments, actions }: DossierPage): (segmentId: Id) => string | undefined {
  const today = new Map(segments.map((segment) => [segment.id, segment.today]));
  const titles = new Map<Id, string>();
  for (const { title, state, measures } of actions) {
    if (state === 'refused') continue;
    for (const { segmentId } of measures) titles.set(today.get(segmentId) ?? segmentId, title);
  }
  return (segmentId) => titles.get(segmentId);
}
