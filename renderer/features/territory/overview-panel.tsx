import { Button, Skeleton, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { AREA_KINDS } from '#shared/domain/territory/territory.ts';

import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import { useTerritorySummary } from './queries.ts';
import { TerritoryMap } from './territory-map.tsx';
import classes from './territory-page.module.css';

/** How much of everything is valid today, beside the whole of it on a map. */
export function OverviewPanel() {
  const { t } = useTranslation('territory');
  const formats = useFormats();
  const summary = useTerritorySummary().data;
  if (!summary) return <Skeleton h={280} radius="md" />;
  const figures = [
    ...AREA_KINDS.map((kind) => ({ key: kind, count: summary.areas[kind] })).filter(
      ({ count }) => count > 0,
    ),
    { key: 'streets', count: summary.streets } as const,
    { key: 'segments', count: summary.segments } as const,
    { key: 'addresses', count: summary.addresses } as const,
  ];
  return (
    <Panel title={t('overview.title')} flush>
      <div className={classes.overview}>
        <dl className={classes.figures}>
          {figures.map(({ key, count }) => (
            <div key={key}>
              <dt>{t(`overview.${key}`, { count })}</dt>
              <dd>{formats.number(count)}</dd>
            </div>
          ))}
        </dl>
        <div className={classes.overviewMap}>
          <TerritoryMap label={t('overview.mapTitle')} />
        </div>
      </div>
    </Panel>
  );
}

/** What to do where there is no territory yet: which files, in which order. */
export function FirstSteps(props: { readonly onStart: () => void }) {
  const { t } = useTranslation('territory');
  const steps = ['stepNeighbourhoods', 'stepStreets', 'stepAddresses'] as const;
  return (
    <Panel title={t('empty.title')}>
      <Text size="sm" maw={640}>
        {t('empty.text')}
      </Text>
      <ol className={classes.steps}>
        {steps.map((step) => (
          <li key={step}>
            <Text fw={600}>{t(`empty.${step}`)}</Text>
            <Text size="sm" c="dimmed">
              {t(`empty.${step}Text`)}
            </Text>
          </li>
        ))}
      </ol>
      <Button leftSection={<IconFileImport size={18} aria-hidden />} onClick={props.onStart}>
        {t('empty.start')}
      </Button>
    </Panel>
  );
}
