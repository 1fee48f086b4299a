import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { DossierPage } from '#shared/contract/actions.ts';
import type { FactFilter } from '#shared/contract/facts.ts';

import { useErrorText } from '../../../client/error-text.ts';
import { useSteadyQuestion } from '../../../client/steady-question.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { useFormats } from '../../../ui/formats.ts';
import { ANY_FACT, factsQuestion } from '../../facts/index.ts';
import { FactChoices } from './fact-choices.tsx';
import { FactFilters } from './fact-filters.tsx';

/** Facts to link: those of the dossier's first street to begin with, by street, period, kind and origin. */
export function FindFacts(props: { readonly page: DossierPage; readonly onClose: () => void }) {
  const { page, onClose } = props;
  const { t } = useTranslation('tailoring');
  const formats = useFormats();
  const errorText = useErrorText();
  const streets = new Map(
    page.segments.map((one) => [one.streetId, formats.name(one.streetNameNl, one.streetNameFr)]),
  );
  const [filter, setFilter] = useState<FactFilter>({
    ...ANY_FACT,
    streetId: [...streets.keys()][0] ?? null,
  });
  const answer = useSteadyQuestion(factsQuestion(filter, null));
  const linked = new Set(page.dossier.facts);
  return (
    <Modal opened onClose={onClose} size="xl" title={t('facts.dialog')}>
      <Stack gap="sm">
        <FactFilters filter={filter} streets={streets} onChange={setFilter} />
        {answer.isError && <FailureNotice text={errorText(answer.error)} />}
        {answer.data && (
          <Text size="sm" role="status">
            {answer.data.total === 0
              ? t('facts.empty')
              : t('facts.found', {
                  count: answer.data.total,
                  total: formats.number(answer.data.total),
                })}{' '}
            {answer.data.next !== null &&
              t('facts.first', { shown: formats.number(answer.data.facts.length) })}
          </Text>
        )}
        {answer.data && answer.data.facts.length > 0 && (
          <FactChoices dossierId={page.dossier.id} facts={answer.data.facts} linked={linked} />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('facts.close')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
