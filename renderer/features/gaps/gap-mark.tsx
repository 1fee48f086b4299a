import type { GapClass } from '#shared/domain/statistics/gap.ts';

import { PlaceStroke } from '../../map/place-stroke.tsx';
import { MARK_OF } from './gap-marks.ts';
import classes from './gaps.module.css';

/** The stroke of a class as the map draws it. */
export function GapMark(props: { readonly of: GapClass; readonly isHot?: boolean }) {
  const mark = MARK_OF[props.of];
  return (
    <svg width="34" height="12" className={classes.mark} aria-hidden>
      {props.isHot && <rect className={classes.edge} x="1" y="1" width="32" height="10" rx="5" />}
      {mark ? <PlaceStroke mark={mark} /> : null}
    </svg>
  );
}
