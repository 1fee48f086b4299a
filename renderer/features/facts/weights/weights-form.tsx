import { Button, Group, SimpleGrid, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconSignature } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { SignedWeights } from '#shared/contract/facts.ts';
import {
  LARGEST_WEIGHT,
  LONGEST_WEIGHTS_NOTE,
  weightOf,
  type Weights,
} from '#shared/domain/facts/weights.ts';
import { addDays, type Day, dayOf } from '#shared/lib/dates.ts';

import { nameOf, useCodes } from '../../../client/codes.ts';
import { useErrorText } from '../../../client/error-text.ts';
import { refresh } from '../../../client/queries.ts';
import { useAdministers } from '../../../client/role.ts';
import { useWorkbench } from '../../../client/workbench.tsx';
import { DayField } from '../../../ui/day-field.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { useFormats } from '../../../ui/formats.ts';
import { NumberField } from '../../../ui/number-field.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { ShortText } from '../../../ui/short-text.tsx';
import classes from '../facts.module.css';
import { RankingChange } from './ranking-change.tsx';

/** Other weights, tried on the ranking before anybody puts their name under them. */
export function WeightsForm(props: { readonly current: SignedWeights | null }) {
  const { current } = props;
  const { t } = useTranslation('facts');
  const { language } = useFormats();
  const codes = useCodes();
  const client = useWorkbench();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const today = dayOf(new Date().toISOString());
  const kinds = codes.on('fact-kind', today);
  const [typed, setTyped] = useState<Weights>({});
  const [validFrom, setValidFrom] = useState<Day | ''>(addDays(today, 1));
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);
  const maySet = useAdministers();
  const weights: Weights = Object.fromEntries(
    kinds.map(({ code }) => [code, typed[code] ?? weightOf(current?.weights, code)]),
  );
  const sign = useMutation({
    mutationFn: () => client.facts.setWeights({ validFrom, note: note.trim(), weights }),
    onSuccess: async () => {
      await refresh(queries, ['facts']);
      notifications.show({ message: t('weights.signed') });
      setTyped({});
      setNote('');
      setTried(false);
    },
  });
  return (
    <>
      <Panel title={t('weights.draft')}>
        <form
          onChange={() => {
            if (sign.isError) sign.reset();
          }}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (maySet && validFrom !== '' && note.trim() !== '') sign.mutate();
          }}
        >
          <SimpleGrid
            cols={{ base: 2, xs: 3, sm: 4, lg: 6 }}
            spacing="sm"
            className={classes.weights}
          >
            {kinds.map((code) => (
              <NumberField
                key={code.code}
                label={nameOf(code, language)}
                value={weights[code.code] ?? 0}
                min={0}
                max={LARGEST_WEIGHT}
                decimalScale={2}
                onChange={(weight) => {
                  setTyped((before) => ({ ...before, [code.code]: weight ?? 0 }));
                }}
              />
            ))}
          </SimpleGrid>
          <Group align="flex-start" mt="md" gap="sm">
            <DayField
              label={t('weights.validFrom')}
              w={170}
              value={validFrom}
              onChange={setValidFrom}
              error={isTried && validFrom === '' ? t('weights.validFromMissing') : undefined}
            />
            <ShortText
              label={t('weights.note')}
              value={note}
              most={LONGEST_WEIGHTS_NOTE}
              flex={1}
              miw={260}
              error={isTried && note.trim() === '' ? t('weights.noteMissing') : undefined}
              onText={setNote}
            />
            {maySet ? (
              <Button
                type="submit"
                mt={25}
                loading={sign.isPending}
                leftSection={<IconSignature size={18} aria-hidden />}
              >
                {t('weights.sign')}
              </Button>
            ) : null}
          </Group>
          {maySet ? null : (
            <Text size="sm" mt="sm">
              {t('weights.forAdministrators')}
            </Text>
          )}
          {sign.isError ? <FailureNotice text={errorText(sign.error)} /> : null}
        </form>
      </Panel>
      <Panel title={t('weights.compare')} flush>
        <RankingChange againstId={current?.id ?? null} weights={weights} />
      </Panel>
    </>
  );
}
