import { useComputedColorScheme } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import type { ImportPreview, MapArea, MapSegment } from '#shared/contract/territory.ts';
import { AREA_KINDS, type ImportLayer } from '#shared/domain/territory/territory.ts';

import { NO_CONTACTS } from '../../../map/contact-marks.ts';
import { TownMap } from '../../../map/town-map.tsx';
import { useFormats } from '../../../ui/formats.ts';
import { useMapAreas } from '../queries.ts';
import classes from './import.module.css';

const NONE: readonly never[] = [];

/** The shapes of a file before they are anybody's territory: drawn as what the user says they are. */
export function ShapesPreview(props: {
  readonly preview: ImportPreview;
  readonly layer: ImportLayer;
}) {
  const { preview, layer } = props;
  const { t } = useTranslation('territory');
  const formats = useFormats();
  const scheme = useComputedColorScheme('light');
  const kind = AREA_KINDS.find((each) => each === layer);
  const land = useMapAreas().data ?? NONE;
  const areas = useMemo(
    () =>
      kind === undefined
        ? // Lines are easier to judge on the land that is known already.
          land
        : preview.shapes.map((rings, index): MapArea => {
            // Each ring is drawn closed and by itself: thinned holes and islands need no order.
            const geometry = rings.map((ring) => [ring]);
            return { id: String(index), kind, officialId: '', nameNl: '', nameFr: '', geometry };
          }),
    [preview, kind, land],
  );
  const segments = useMemo(
    () =>
      kind === undefined
        ? preview.shapes.flat().map((positions, index): MapSegment => {
            const line = positions.flatMap((position) => asDot(position, positions.length));
            const id = String(index);
            return { id, streetId: id, nameNl: '', nameFr: '', roadClass: 'connecting', line };
          })
        : NONE,
    [preview, kind],
  );
  return (
    <div className={classes.previewMap}>
      <TownMap
        areas={areas}
        segments={segments}
        contacts={NO_CONTACTS}
        bounds={preview.bounds}
        language={formats.language}
        scheme={scheme}
        texts={{
          label: t('import.wizard.previewShapes'),
          keys: t('map.keys'),
          zoomIn: t('map.zoomIn'),
          zoomOut: t('map.zoomOut'),
          whole: t('map.whole'),
          countText: formats.number,
        }}
      />
    </div>
  );
}

/** A hair's breadth, degrees: a canvas draws nothing for a line without any length. */
const HAIR = 2e-6;

/** A position that stands alone becomes a tiny line, which round ends make a dot. */
function asDot([x, y]: [number, number], count: number): [number, number][] {
  return count > 1
    ? [[x, y]]
    : [
        [x, y],
        [x + HAIR, y],
      ];
}
