import { Table, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import type { DossierPage, PlannedAction } from '#shared/contract/actions.ts';
import { DOSE_STANDINGS, type DoseStanding, hasDays } from '#shared/domain/actions/dose.ts';
import { boundsOf } from '#shared/domain/territory/geometry.ts';

import { lineShape, type PlaceMark } from '../../../map/place-shapes.ts';
import { PlaceStroke } from '../../../map/place-stroke.tsx';
import { widened } from '../../../map/widened.ts';
import { useFormats } from '../../../ui/formats.ts';
import { Panel } from '../../../ui/panel.tsx';
import { TerritoryMap } from '../../territory/index.ts';
import classes from '../actions.module.css';
import { useStretchName } from '../stretch-name.ts';
import own from './tailoring.module.css';

/** The more was done, the broader the line; each differs by its stroke as well. */
const MARK_OF: Readonly<Record<DoseStanding, PlaceMark>> = {
  nothing: 'thin',
  'under-half': 'dashed',
  'from-half': 'dotted',
  whole: 'strong',
};

/** What was planned and delivered on each stretch: on the map, and as a table. */
export function DosePanel(props: { readonly action: PlannedAction; readonly page: DossierPage }) {
  const { action, page } = props;
  const { t } = useTranslation('tailoring');
  const shapes = useMemo(
    () =>
      action.stretches.flatMap(({ segmentId, standing }) => {
        const segment = page.segments.find(({ id }) => id === segmentId);
        if (!segment) return [];
        const look = { id: segmentId, mark: MARK_OF[standing], isSure: true, isEdged: false };
        return [lineShape(look, [segment.line], 'local')];
      }),
    [action.stretches, page.segments],
  );
  const bounds = boundsOf(page.segments.flatMap(({ line }) => line));
  return (
    <Panel flush title={t('dose.title')}>
      {bounds && (
        <div className={classes.map}>
          <TerritoryMap label={t('dose.title')} bounds={widened(bounds)} places={shapes} />
        </div>
      )}
      <div className={own.body}>
        {action.stretches.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('dose.none')}
          </Text>
        ) : (
          <>
            <ul className={own.legend} aria-label={t('dose.legend')}>
              {DOSE_STANDINGS.map((standing) => (
                <li key={standing}>
                  <PlaceStroke mark={MARK_OF[standing]} /> {t(`dose.standing.${standing}`)}
                </li>
              ))}
            </ul>
            <DoseTable action={action} page={page} />
          </>
        )}
      </div>
    </Panel>
  );
}

function DoseTable(props: { readonly action: PlannedAction; readonly page: DossierPage }) {
  const { action, page } = props;
  const { t } = useTranslation('tailoring');
  const formats = useFormats();
  const stretchName = useStretchName(page.segments);
  // Without a last day nobody can say how much the whole plan is.
  const whole = (minutes: number): string => (hasDays(action) ? formats.number(minutes) : '–');
  return (
    <Table fz="xs" horizontalSpacing={4} aria-label={t('dose.table')}>
      <Table.Thead>
        <Table.Tr>
          {(['stretch', 'planned', 'soFar', 'delivered', 'counted', 'stops'] as const).map(
            (head) => (
              <Table.Th key={head}>{t(`dose.${head}`)}</Table.Th>
            ),
          )}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {action.stretches.map(
          ({ segmentId, planned, plannedSoFar, delivered, counted, stops, standing }) => (
            <Table.Tr key={segmentId}>
              <Table.Th scope="row" className={own.ofDose}>
                {stretchName(segmentId)}
                <Text size="xs" c="dimmed">
                  {t(`dose.standing.${standing}`)}
                </Text>
              </Table.Th>
              <Table.Td>{whole(planned)}</Table.Td>
              {[plannedSoFar, delivered, counted, stops].map((number, column) => (
                <Table.Td key={column}>{formats.number(number)}</Table.Td>
              ))}
            </Table.Tr>
          ),
        )}
      </Table.Tbody>
    </Table>
  );
}
