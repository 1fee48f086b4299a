import { useTranslation } from 'react-i18next';

import type { DossierPage } from '#shared/contract/actions.ts';
import type { MeansStep } from '#shared/domain/actions/means.ts';
import { lighterThan } from '#shared/domain/actions/vocabulary.ts';

import { useCodes } from '../../../client/codes.ts';
import { Facts } from '../../../ui/facts.tsx';
import { useDossier } from '../queries.ts';

/** What a step is for: its dossier, the actions that would use it, and what became of each lighter means. */
export function StepContext({ step }: { readonly step: MeansStep }) {
  const { t } = useTranslation('looking');
  const page = useDossier(step.dossierId).data;
  if (!page) return null;
  const titles = actionsUsing(step, page).map(({ title }) => title);
  return (
    <Facts
      rows={[
        [t('dossier'), page.dossier.title],
        [t('actions'), titles.join(', ') || t('noAction')],
        [t('lighter'), <LighterMeans key="lighter" step={step} page={page} />],
      ]}
    />
  );
}

function LighterMeans(props: { readonly step: MeansStep; readonly page: DossierPage }) {
  const { t } = useTranslation('looking');
  const { t: actions } = useTranslation('actions');
  const codes = useCodes();
  const lines = lighterThan(props.step.means).flatMap((means) => {
    const name = codes.name('means', means);
    const said = props.page.steps.filter((one) => one.means === means && one.withdrawnBy === null);
    if (said.length === 0) return [{ key: means, text: `${name}: ${t('nothing')}` }];
    return said.map(({ id, kind, note }) => ({
      key: id,
      text: `${name}, ${actions(`means.kind.${kind}`)}: ${note}`,
    }));
  });
  return lines.map(({ key, text }) => <div key={key}>{text}</div>);
}

/** Actions that did not end and use the means of a step, or that it was noted for. */
function actionsUsing(step: MeansStep, { actions }: DossierPage): DossierPage['actions'] {
  return actions.filter(({ id, state, measures }) => {
    const isOpen = state !== 'closed' && state !== 'refused';
    if (step.actionId !== null) return step.actionId === id;
    return isOpen && measures.some(({ rung }) => rung === step.means);
  });
}
