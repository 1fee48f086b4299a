import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { ListedFact } from '#shared/contract/facts.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useReporter } from '../../../client/reporter.ts';
import { useFactName } from './fact-name.ts';
import classes from './tailoring.module.css';
import { useFactLinks } from './use-fact-links.ts';

/** Facts, each with the button that links it to the dossier or takes it off again. */
export function FactChoices(props: {
  readonly dossierId: Id;
  readonly facts: readonly ListedFact[];
  readonly linked: ReadonlySet<Id>;
}) {
  const { t } = useTranslation('tailoring');
  const report = useReporter();
  const factName = useFactName();
  const links = useFactLinks(props.dossierId);
  return (
    <ul className={classes.scrolled} tabIndex={0} aria-label={t('facts.title')}>
      {props.facts.map((fact) => {
        const { name, about } = factName(fact);
        const isLinked = props.linked.has(fact.id);
        return (
          <li key={fact.id} className={classes.fact}>
            <div>
              <Text size="sm">{name}</Text>
              <Text size="xs" c="dimmed">
                {about}
              </Text>
            </div>
            <Button
              size="compact-sm"
              variant={isLinked ? 'subtle' : 'default'}
              flex="none"
              aria-label={t(isLinked ? 'facts.unlinkOf' : 'facts.linkOf', { name })}
              onClick={() => {
                report(isLinked ? links.unlink(fact.id, name) : links.link(fact.id, name));
              }}
            >
              {t(isLinked ? 'facts.unlink' : 'facts.link')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
