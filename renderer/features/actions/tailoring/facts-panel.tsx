import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { DossierPage } from '#shared/contract/actions.ts';

import { useErrorText } from '../../../client/error-text.ts';
import { useQuestion } from '../../../client/queries.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { useFormats } from '../../../ui/formats.ts';
import { Panel } from '../../../ui/panel.tsx';
import { FactChoices } from './fact-choices.tsx';
import { FindFacts } from './find-facts.tsx';

/** Recorded facts of a dossier, apart from what the team makes of them; what police found is counted apart. */
export function FactsPanel(props: { readonly page: DossierPage }) {
  const { dossier } = props.page;
  const { t } = useTranslation('tailoring');
  const formats = useFormats();
  const errorText = useErrorText();
  const [isFinding, setFinding] = useState(false);
  const answer = useQuestion({
    topics: ['dossiers', 'facts', 'territory'],
    key: ['actions.linkedFacts', dossier.id],
    ask: (client, signal) => client.actions.linkedFacts({ id: dossier.id }, { signal }),
  });
  const linked = answer.data;
  return (
    <Panel
      title={t('facts.title')}
      aside={
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => {
            setFinding(true);
          }}
        >
          {t('facts.find')}
        </Button>
      }
    >
      <Text size="xs" c="dimmed" mb="xs">
        {t('facts.hint')}
      </Text>
      {answer.isError && <FailureNotice text={errorText(answer.error)} />}
      {linked?.facts.length === 0 && <Text size="sm">{t('facts.none')}</Text>}
      {linked && linked.facts.length > 0 && (
        <>
          <Text size="sm">
            {t('facts.counts', {
              public: formats.number(linked.byOrigin.public),
              partner: formats.number(linked.byOrigin.partner),
              police: formats.number(linked.byOrigin.police),
            })}
          </Text>
          {linked.byOrigin.police > 0 && <Text size="xs">{t('facts.police')}</Text>}
          <FactChoices
            dossierId={dossier.id}
            facts={linked.facts}
            linked={new Set(linked.facts.map(({ id }) => id))}
          />
        </>
      )}
      {linked && linked.missing > 0 && (
        <Text size="xs" mt="xs">
          {t('facts.missing', { count: linked.missing, total: formats.number(linked.missing) })}
        </Text>
      )}
      {isFinding && (
        <FindFacts
          page={props.page}
          onClose={() => {
            setFinding(false);
          }}
        />
      )}
    </Panel>
  );
}
