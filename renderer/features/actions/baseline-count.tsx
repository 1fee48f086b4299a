import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { BaselineQuestion } from '#shared/contract/action-evidence.ts';
import { daySchema } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useSteadyQuestion } from '../../client/steady-question.ts';
import { useFormats } from '../../ui/formats.ts';
import type { SignForm } from './sign-form.ts';

/** What the program itself counts in the days of a baseline, and a way to take that as the baseline. */
export function BaselineCount(props: {
  readonly actionId: Id;
  readonly sign: SignForm;
  readonly onTake: (count: number) => void;
}) {
  const { actionId, sign, onTake } = props;
  const { t } = useTranslation('actions');
  const formats = useFormats();
  const question = questionOf(actionId, sign);
  const answer = useSteadyQuestion(
    {
      topics: ['dossiers', 'facts', 'contacts', 'territory'],
      key: ['actions.baseline', question],
      ask: (client, signal) =>
        question ? client.actions.baseline(question, { signal }) : Promise.resolve(null),
    },
    { enabled: question !== undefined },
  );
  const counted = answer.data;
  if (!question || counted === undefined) return null;
  if (counted === null) return <Text size="sm">{t('plan.cannotCount')}</Text>;
  const { count, stretches, whole } = counted;
  const isOther = sign.baseline !== count;
  return (
    <Group gap="xs" role="status">
      <Text size="sm" fw={isOther && sign.baseline !== '' ? 550 : undefined}>
        {[
          t('plan.programCounts', { count: stretches, counted: formats.number(count) }),
          whole ? '' : t('plan.countedNotWhole'),
          isOther ? '' : t('plan.sameCount'),
        ]
          .filter(Boolean)
          .join(' ')}
      </Text>
      {isOther && (
        <Button
          size="compact-sm"
          variant="default"
          disabled={answer.isPlaceholderData}
          onClick={() => {
            onTake(count);
          }}
        >
          {t('plan.takeCount', { counted: formats.number(count) })}
        </Button>
      )}
    </Group>
  );
}

/** Undefined as long as it is not known what to count, and in which days. */
function questionOf(id: Id, { counted, from, to }: SignForm): BaselineQuestion | undefined {
  const isPeriod = daySchema.safeParse(from).success && daySchema.safeParse(to).success;
  if (counted === 'by-hand' || !isPeriod || from > to) return undefined;
  return { id, counted, from, to };
}
