import { Badge, Skeleton, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { SignedWeights } from '#shared/contract/facts.ts';
import { weightsOn } from '#shared/domain/facts/weights.ts';
import { dayOf } from '#shared/lib/dates.ts';

import { useCodes } from '../../../client/codes.ts';
import { useErrorText } from '../../../client/error-text.ts';
import { useQuestion } from '../../../client/queries.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { useFormats } from '../../../ui/formats.ts';
import { Panel } from '../../../ui/panel.tsx';
import { weightsQuestion } from '../queries.ts';
import { WeightsForm } from './weights-form.tsx';

/** What facts weigh, who said so and since when, and what other weights would change. */
export function WeightsPanel() {
  const { t } = useTranslation('facts');
  const errorText = useErrorText();
  const answer = useQuestion(weightsQuestion);
  if (answer.isError) return <FailureNotice text={errorText(answer.error)} />;
  if (answer.data === undefined) return <Skeleton height={240} />;
  const versions = answer.data;
  const standing = versions.filter(({ isSetAside }) => !isSetAside);
  const current = weightsOn(standing, dayOf(new Date().toISOString()));
  const inForce = versions.find(({ id }) => id === current?.id);
  return (
    <Stack gap="md">
      <Panel title={t('weights.title')}>
        <Text size="sm" maw={760}>
          {t('weights.text')}
        </Text>
      </Panel>
      {/* A version that comes in meanwhile leaves what is being typed alone. */}
      <WeightsForm current={inForce ?? null} />
      <Versions versions={versions} currentId={inForce?.id ?? null} />
    </Stack>
  );
}

function Versions(props: {
  readonly versions: readonly SignedWeights[];
  readonly currentId: string | null;
}) {
  const { t } = useTranslation('facts');
  const formats = useFormats();
  const today = dayOf(new Date().toISOString());
  return (
    <Panel title={t('weights.versions')} flush>
      {props.versions.length === 0 ? (
        <Text size="sm" c="dimmed" p="md">
          {t('weights.none')}
        </Text>
      ) : (
        <Table verticalSpacing="xs" horizontalSpacing="md" aria-label={t('weights.versions')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('weights.from')}</Table.Th>
              <Table.Th>{t('weights.by')}</Table.Th>
              <Table.Th>{t('weights.note')}</Table.Th>
              <Table.Th>{t('list.kind')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {props.versions.map((version) => (
              <Table.Tr key={version.id}>
                <Table.Td>
                  {formats.day(version.validFrom)}{' '}
                  {version.isSetAside ? (
                    <Badge size="sm" color="orange">
                      {t('weights.setAside')}
                    </Badge>
                  ) : version.id === props.currentId ? (
                    <Badge size="sm">{t('weights.current')}</Badge>
                  ) : version.validFrom > today ? (
                    <Badge size="sm" color="gray">
                      {t('weights.later', { day: formats.day(version.validFrom) })}
                    </Badge>
                  ) : null}
                </Table.Td>
                <Table.Td>
                  {version.setByName}
                  <Text size="xs" c="dimmed">
                    {formats.moment(version.setAt)}
                  </Text>
                </Table.Td>
                <Table.Td>{version.note}</Table.Td>
                <Table.Td>
                  <WeightWords version={version} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Panel>
  );
}

function WeightWords(props: { readonly version: SignedWeights }) {
  const formats = useFormats();
  const codes = useCodes();
  return Object.entries(props.version.weights)
    .sort(([, one], [, other]) => other - one)
    .map(([kind, weight]) => `${codes.name('fact-kind', kind)} ${formats.number(weight)}`)
    .join(', ');
}
