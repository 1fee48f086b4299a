import { useTranslation } from 'react-i18next';

import type { ListedFact } from '#shared/contract/facts.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useWorkbench } from '../../../client/workbench.tsx';
import { LinkChoices } from '../linking/link-choices.tsx';
import { useFactName } from './fact-name.ts';

/** Facts, each with the button that links it to the dossier or takes it off again. */
export function FactChoices(props: {
  readonly dossierId: Id;
  readonly facts: readonly ListedFact[];
  readonly linked: ReadonlySet<Id>;
}) {
  const { t } = useTranslation('tailoring');
  const client = useWorkbench();
  const factName = useFactName();
  const link = (ids: readonly Id[], isLinked: boolean) =>
    client.actions.linkFacts({
      id: props.dossierId,
      add: isLinked ? [...ids] : [],
      remove: isLinked ? [] : [...ids],
    });
  return (
    <LinkChoices
      label={t('facts.title')}
      choices={props.facts.map((fact) => ({
        id: fact.id,
        ...factName(fact),
        isLinked: props.linked.has(fact.id),
      }))}
      onLink={(id, isLinked) => link([id], isLinked)}
      onLinkAll={link}
    />
  );
}
