import { Checkbox, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { keptKinds, kindsOfDossier } from '#shared/domain/actions/dossier-kinds.ts';
import { dayOf } from '#shared/lib/dates.ts';

import { useCodes } from '../../client/codes.ts';
import { useRefused } from '../../client/refused-field.ts';

/** Which recorded facts are the problem of a dossier: the usual ones of that problem, until somebody chooses others. */
export function FactKindsField(props: {
  readonly problem: string | null;
  readonly factKinds: readonly string[] | null;
  readonly disabled?: boolean;
  /** Null where the usual ones count again. */
  readonly onChange: (factKinds: string[] | null) => void;
}) {
  const { problem } = props;
  const { t } = useTranslation('actions');
  const codes = useCodes();
  const refused = useRefused();
  const counted = kindsOfDossier(props);
  const valid = codes.on('fact-kind', dayOf(new Date().toISOString())).map(({ code }) => code);
  // One that the zone ended stays to be seen where it counts.
  const all = [...valid, ...counted.filter((kind) => !valid.includes(kind))];
  const name = (kind: string) => codes.name('fact-kind', kind);
  return (
    <Checkbox.Group
      label={t('factKinds')}
      description={t('factKindsHint')}
      error={refused.text('factKinds')}
      value={[...counted]}
      onChange={(chosen) => {
        const kept = keptKinds(
          problem,
          all.filter((kind) => chosen.includes(kind)),
        );
        props.onChange(kept && [...kept]);
      }}
    >
      <Text size="sm" mt={6}>
        {counted.length === 0 ? t('factKindsNone') : counted.map(name).join(', ')}
      </Text>
      {!props.disabled && (
        <details>
          <Text component="summary" size="sm" mt={4}>
            {t('factKindsChoose')}
          </Text>
          <Group gap="sm" mt={6}>
            {all.map((kind) => (
              <Checkbox key={kind} value={kind} size="xs" label={name(kind)} />
            ))}
          </Group>
        </details>
      )}
    </Checkbox.Group>
  );
}
