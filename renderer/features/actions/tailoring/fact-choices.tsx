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
  return (
    <LinkChoices
      label={t('facts.title')}
      choices={props.facts.map((fact) => ({
        id: fact.id,
        ...factName(fact),
        isLinked: props.linked.has(fact.id),
      }))}
      onLink={(factId, isLinked) =>
        client.actions.linkFacts({
          id: props.dossierId,
          add: isLinked ? [factId] : [],
          remove: isLinked ? [] : [factId],
        })
      }
    />
  );
}
