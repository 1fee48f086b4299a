import type { GapClass } from '#shared/domain/statistics/gap.ts';

import { PlaceStroke } from '../../map/place-stroke.tsx';
import { MARK_OF } from './gap-marks.ts';

/** The stroke of a class as the map draws it. */
export function GapMark(props: { readonly of: GapClass; readonly isHot?: boolean }) {
  return <PlaceStroke mark={MARK_OF[props.of]} isEdged={props.isHot ?? false} />;
}
