import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import type { SegmentChoice } from '#shared/contract/actions.ts';
import { boundsOf } from '#shared/domain/territory/geometry.ts';
import type { Id } from '#shared/lib/ids.ts';

import { labelledLine, lineShape, type PlaceShape } from '../../../map/place-shapes.ts';
import { widened } from '../../../map/widened.ts';
import { TerritoryMap } from '../../territory/index.ts';

/** Where stretches are, each with its number: broad what is chosen, dashes what is not. */
export function StretchMap(props: {
  readonly segments: readonly SegmentChoice[];
  /** Ids of those that are chosen; all of them where it is not given. */
  readonly chosen?: readonly Id[];
  readonly className: string | undefined;
}) {
  const { segments, chosen } = props;
  const { t } = useTranslation('stretches');
  const bounds = useMemo(() => boundsOf(segments.flatMap(({ line }) => line)), [segments]);
  const shapes = segments.map((segment) => shapeOf(segment, chosen?.includes(segment.id) ?? true));
  if (!bounds) return null;
  return (
    <div className={props.className}>
      <TerritoryMap label={t('map')} bounds={widened(bounds)} places={shapes} />
    </div>
  );
}

function shapeOf({ id, number, line }: SegmentChoice, isChosen: boolean): PlaceShape {
  const mark = isChosen ? ('strong' as const) : ('dashed' as const);
  const look = { id, mark, isSure: true, isEdged: false };
  return number === null
    ? lineShape(look, [line], 'local')
    : labelledLine(look, line, 'local', String(number));
}
