import {
  Alert,
  Code,
  Group,
  NativeSelect,
  SimpleGrid,
  Stack,
  Switch,
  Table,
  Text,
} from '@mantine/core';
import { useTranslation } from 'react-i18next';

import {
  COORDINATE_SYSTEMS,
  type ImportField,
  type Inspection,
  LONGEST_CREDIT,
} from '#shared/contract/territory.ts';
import { IMPORT_LAYERS } from '#shared/domain/territory/territory.ts';

import { DayField } from '../../../ui/day-field.tsx';
import { useFormats } from '../../../ui/formats.ts';
import { ShortText } from '../../../ui/short-text.tsx';
import classes from './import.module.css';
import { fieldsOf, isNeeded, missingFields, type PlanDraft } from './plan-rules.ts';
import type { TerritoryFile } from './territory-import.ts';

/** What the file is and which column is what: our guess, for the user to correct. */
export function ColumnsStep(props: {
  readonly file: TerritoryFile;
  readonly plan: PlanDraft;
  readonly onChange: (part: Partial<PlanDraft>) => void;
}) {
  const { file, plan: draft, onChange } = props;
  const { inspection } = file;
  const { t } = useTranslation('territory');
  const { t: common } = useTranslation();
  const missing = missingFields(draft);
  const hasPlace = inspection.format === 'geojson' || draft.layer === 'addresses';
  return (
    <Stack gap="md">
      <Seen file={file} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <NativeSelect
          label={t('import.wizard.layer')}
          description={t('import.wizard.guessed')}
          value={draft.layer}
          onChange={(event) => {
            const layer = IMPORT_LAYERS.find((each) => each === event.currentTarget.value);
            if (layer) onChange({ layer });
          }}
          data={IMPORT_LAYERS.map((layer) => ({ value: layer, label: t(`import.layer.${layer}`) }))}
        />
        {hasPlace ? (
          <NativeSelect
            label={t('import.wizard.coordinates')}
            description={t('import.wizard.coordinatesHelp')}
            value={draft.coordinateSystem}
            onChange={(event) => {
              const system = COORDINATE_SYSTEMS.find((each) => each === event.currentTarget.value);
              if (system) onChange({ coordinateSystem: system });
            }}
            data={COORDINATE_SYSTEMS.map((system) => ({
              value: system,
              label: t(`import.coordinates.${system}`, { nsSeparator: false }),
            }))}
          />
        ) : null}
        <DayField
          label={t('import.wizard.validFrom')}
          description={t('import.wizard.validFromHelp')}
          value={draft.validFrom}
          error={draft.validFrom === '' ? common('required') : undefined}
          onChange={(validFrom) => onChange({ validFrom })}
        />
        <Switch
          className={classes.complete}
          label={t('import.wizard.complete')}
          description={t('import.wizard.completeHelp')}
          checked={draft.complete}
          onChange={(event) => onChange({ complete: event.currentTarget.checked })}
        />
        <ShortText
          label={t('import.credit.label')}
          description={t('import.credit.help')}
          value={draft.credit}
          most={LONGEST_CREDIT}
          onText={(text) => onChange({ credit: text })}
        />
      </SimpleGrid>
      <Mapping inspection={inspection} plan={draft} onChange={onChange} />
      {missing.length > 0 ? (
        <Alert color="yellow" role="status">
          {t('import.wizard.neededMissing', {
            fields: missing.map((field) => t(`import.field.${field}`)).join(', '),
          })}
        </Alert>
      ) : null}
    </Stack>
  );
}

function Seen(props: { readonly file: TerritoryFile }) {
  const { fileName, inspection } = props.file;
  const { t } = useTranslation('territory');
  const formats = useFormats();
  const delimiters = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const;
  const known = (['\t', ',', ';'] as const).find((sign) => sign === inspection.delimiter);
  const format =
    inspection.format === 'geojson'
      ? t('import.wizard.format.geojson')
      : t('import.wizard.format.csv', {
          delimiter: t(`import.wizard.format.${known ? delimiters[known] : 'other'}`),
        });
  return (
    <Text size="sm" c="dimmed">
      {t('import.wizard.seems', {
        file: fileName,
        format,
        count: inspection.rows,
        rows: formats.number(inspection.rows),
        encoding: inspection.encoding.toUpperCase(),
      })}{' '}
      {inspection.geometryTypes.length > 0
        ? t('import.wizard.shapes', { types: inspection.geometryTypes.join(', ') })
        : null}
    </Text>
  );
}

function Mapping(props: {
  readonly inspection: Inspection;
  readonly plan: PlanDraft;
  readonly onChange: (part: Partial<PlanDraft>) => void;
}) {
  const { inspection, plan: draft, onChange } = props;
  const { t } = useTranslation('territory');
  const samples = new Map(inspection.columns.map((column) => [column.name, column.samples]));
  const choices = [
    { value: '', label: t('import.wizard.none') },
    ...inspection.columns.map(({ name }) => ({ value: name, label: name })),
  ];
  const choose = (field: ImportField, column: string): void => {
    const others = Object.entries(draft.mapping).filter(([name]) => name !== field);
    onChange({ mapping: Object.fromEntries([...others, ...(column ? [[field, column]] : [])]) });
  };
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table verticalSpacing={4} captionSide="top">
        <Table.Caption className={classes.caption}>
          <Text fw={600} size="sm" component="span">
            {t('import.wizard.mapping')}
          </Text>{' '}
          {t('import.wizard.mappingHelp')}
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('import.wizard.mappingField')}</Table.Th>
            <Table.Th>{t('import.wizard.mappingColumn')}</Table.Th>
            <Table.Th>{t('import.wizard.mappingSample')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fieldsOf(draft.layer, draft.coordinateSystem).map((field) => {
            const column = draft.mapping[field] ?? '';
            return (
              <Table.Tr key={field}>
                <Table.Td>
                  <Group gap={6} wrap="nowrap">
                    {t(`import.field.${field}`)}
                    {isNeeded(draft, field) ? (
                      <Text size="xs" c="dimmed" component="span">
                        ({t('import.wizard.needed')})
                      </Text>
                    ) : null}
                  </Group>
                </Table.Td>
                <Table.Td>
                  <NativeSelect
                    size="xs"
                    aria-label={t(`import.field.${field}`)}
                    value={column}
                    onChange={(event) => choose(field, event.currentTarget.value)}
                    data={choices}
                  />
                </Table.Td>
                <Table.Td className={classes.samples}>
                  {(samples.get(column) ?? []).slice(0, 3).map((sample, index) => (
                    <Code key={index}>{sample}</Code>
                  ))}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
