import { Table, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { MovedStreet } from '#shared/contract/facts.ts';
import type { Weights } from '#shared/domain/facts/weights.ts';
import { addDays, type Day } from '#shared/lib/dates.ts';

import { useErrorText } from '../../../client/error-text.ts';
import { useQuestion } from '../../../client/queries.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { useFormats } from '../../../ui/formats.ts';
import classes from '../facts.module.css';
import { compareQuestion, rankedDaysQuestion } from '../queries.ts';

const TYPING_MILLISECONDS = 250;

/** Two rankings of streets side by side: by the weights in force, and by those being tried. */
export function RankingChange(props: {
  readonly againstId: string | null;
  readonly weights: Weights;
}) {
  const errorText = useErrorText();
  const answer = useQuestion(rankedDaysQuestion);
  if (answer.isError) return <FailureNotice text={errorText(answer.error)} />;
  if (answer.data === undefined) return null;
  const { days, hasFacts } = answer.data;
  if (days === null) return <Nothing hasFacts={hasFacts} />;
  return <Change {...props} days={days} />;
}

/** Why there is nothing to compare. */
function Nothing(props: { readonly hasFacts: boolean }) {
  const { t } = useTranslation('facts');
  return (
    <Text size="sm" c="dimmed" p="md">
      {t(props.hasFacts ? 'weights.onNoStreet' : 'weights.noStreets')}
    </Text>
  );
}

function Change(props: {
  readonly againstId: string | null;
  readonly weights: Weights;
  readonly days: { readonly from: Day; readonly to: Day };
}) {
  const { againstId, days } = props;
  const { t } = useTranslation('facts');
  const formats = useFormats();
  const errorText = useErrorText();
  // The text is what is compared: a new object of the same weights is no new question.
  const [text] = useDebouncedValue(JSON.stringify(props.weights), TYPING_MILLISECONDS);
  const weights = JSON.parse(text) as Weights;
  const answer = useQuestion(compareQuestion({ ...days, againstId, weights }));
  if (answer.isError) return <FailureNotice text={errorText(answer.error)} />;
  const streets = answer.data;
  if (streets === undefined) return null;
  if (streets.length === 0) return <Nothing hasFacts />;
  const moved = streets.filter(({ rises }) => rises !== 0).length;
  const period = { from: formats.day(days.from), to: formats.day(addDays(days.to, -1)) };
  return (
    <>
      <Text size="sm" px="md" pt="sm">
        {t('weights.compareText', period)}
      </Text>
      <Text size="sm" fw={600} px="md" pb="xs" role="status">
        {moved === 0 ? t('weights.nobodyMoves') : t('weights.moved', { count: moved })}
      </Text>
      <div className={classes.ranking} tabIndex={0} role="region" aria-label={t('weights.caption')}>
        <Table
          stickyHeader
          verticalSpacing={5}
          horizontalSpacing="md"
          aria-label={t('weights.caption')}
        >
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('weights.street')}</Table.Th>
              {(['rankNow', 'rankThen'] as const).map((head) => (
                <Table.Th key={head} className={classes.figure}>
                  {t(`weights.${head}`)}
                </Table.Th>
              ))}
              <Table.Th>{t('weights.move')}</Table.Th>
              {(['score', 'reported', 'police'] as const).map((head) => (
                <Table.Th key={head} className={classes.figure}>
                  {t(`weights.${head}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {streets.map((street) => (
              <StreetRow key={street.streetId} street={street} />
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </>
  );
}

function StreetRow(props: { readonly street: MovedStreet }) {
  const { street } = props;
  const { t } = useTranslation('facts');
  const formats = useFormats();
  const { rises } = street;
  const Arrow = rises > 0 ? IconArrowUp : IconArrowDown;
  return (
    <Table.Tr>
      <Table.Td>
        <Link to="/streets/$streetId" params={{ streetId: street.streetId }}>
          {formats.name(street.nameNl, street.nameFr)}
        </Link>
        <Text size="xs" c="dimmed">
          {formats.name(street.areaNl, street.areaFr)}
        </Text>
      </Table.Td>
      <Table.Td className={classes.figure}>{formats.number(street.before.rank)}</Table.Td>
      <Table.Td className={classes.figure}>{formats.number(street.after.rank)}</Table.Td>
      <Table.Td>
        {rises === 0 ? (
          <Text size="sm" c="dimmed">
            {t('weights.same')}
          </Text>
        ) : (
          <span className={classes.move}>
            <Arrow size={15} aria-hidden />
            {t(rises > 0 ? 'weights.up' : 'weights.down', { count: Math.abs(rises) })}
          </span>
        )}
      </Table.Td>
      <Table.Td className={classes.figure}>{formats.number(street.after.score)}</Table.Td>
      <Table.Td className={classes.figure}>{formats.number(street.reported)}</Table.Td>
      <Table.Td className={classes.figure}>{formats.number(street.foundByPolice)}</Table.Td>
    </Table.Tr>
  );
}
