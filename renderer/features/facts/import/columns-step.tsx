import { Alert, Checkbox, NativeSelect, NumberInput, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { FactInspection } from '#shared/contract/facts.ts';
import { FACT_ORIGINS } from '#shared/domain/facts/fact.ts';
import {
  DEFAULT_REACH_METRES,
  FACT_COORDINATES,
  FACT_FIELDS,
  type FactField,
  type FactPlan,
} from '#shared/domain/facts/fact-plan.ts';

import { KindValues, OriginValues } from './column-values.tsx';
import type { FactFile } from './fact-import.ts';

/** Which column holds what, and what its words mean in the zone. */
export function ColumnsStep(props: {
  readonly file: FactFile;
  readonly plan: FactPlan;
  readonly onChange: (part: Partial<FactPlan>) => void;
}) {
  const { file, plan, onChange } = props;
  const { inspection, uploadId } = file;
  const { t } = useTranslation('facts');
  const isDegrees = plan.coordinates === 'EPSG:4326';
  const hidden: readonly FactField[] = isDegrees ? ['x', 'y'] : ['longitude', 'latitude'];
  const { kind, origin } = plan.columns;
  return (
    <Stack gap="md">
      <Alert color="blue" role="note">
        {t(`import.planFrom.${inspection.planFrom}`)}
      </Alert>
      <SimpleGrid cols={{ base: 1, xs: 2, sm: 3 }} spacing="sm">
        {FACT_FIELDS.filter((field) => !hidden.includes(field)).map((field) => (
          <ColumnChoice
            key={field}
            field={field}
            inspection={inspection}
            plan={plan}
            onChange={onChange}
          />
        ))}
        <NativeSelect
          label={t('import.coordinates')}
          value={plan.coordinates}
          data={FACT_COORDINATES.map((value) => ({
            value,
            // The code has a colon, which would part a namespace from a key.
            label: t(`import.coordinate.${value}`, { nsSeparator: false }),
          }))}
          onChange={(event) => {
            const chosen = FACT_COORDINATES.find((one) => one === event.currentTarget.value);
            if (chosen) onChange({ coordinates: chosen });
          }}
        />
        <NumberInput
          label={t('import.reach')}
          description={t('import.reachHelp')}
          value={plan.reachMetres}
          min={1}
          max={500}
          allowDecimal={false}
          onChange={(value) => {
            onChange({ reachMetres: typeof value === 'number' ? value : DEFAULT_REACH_METRES });
          }}
        />
        <NativeSelect
          label={t('import.origin')}
          value={plan.origin}
          data={FACT_ORIGINS.map((value) => ({ value, label: t(`origin.${value}`) }))}
          onChange={(event) => {
            const chosen = FACT_ORIGINS.find((one) => one === event.currentTarget.value);
            if (chosen) onChange({ origin: chosen });
          }}
        />
      </SimpleGrid>
      <Checkbox
        label={t('import.midnight')}
        checked={plan.midnightIsUnknown}
        onChange={(event) => onChange({ midnightIsUnknown: event.currentTarget.checked })}
      />
      {plan.columns.date === undefined && plan.columns.year === undefined ? (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {t('import.needDate')}
        </Text>
      ) : null}
      <KindValues uploadId={uploadId} column={kind} plan={plan} onChange={onChange} />
      {origin === undefined ? null : (
        <OriginValues uploadId={uploadId} column={origin} plan={plan} onChange={onChange} />
      )}
    </Stack>
  );
}

function ColumnChoice(props: {
  readonly field: FactField;
  readonly inspection: FactInspection;
  readonly plan: FactPlan;
  readonly onChange: (part: Partial<FactPlan>) => void;
}) {
  const { field, inspection, plan } = props;
  const { t } = useTranslation('facts');
  const chosen = plan.columns[field] ?? '';
  const samples = inspection.columns.find(({ name }) => name === chosen)?.samples ?? [];
  return (
    <NativeSelect
      label={t(`import.field.${field}`)}
      description={
        samples.length === 0
          ? undefined
          : t('import.samples', { values: samples.slice(0, 2).join(' · ').slice(0, 48) })
      }
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={chosen}
      data={[
        { value: '', label: t('import.noColumn') },
        ...inspection.columns.map(({ name }) => ({ value: name, label: name })),
      ]}
      onChange={(event) => {
        const { value } = event.currentTarget;
        const { [field]: before, ...others } = plan.columns;
        void before;
        props.onChange({ columns: value === '' ? others : { ...others, [field]: value } });
      }}
    />
  );
}
