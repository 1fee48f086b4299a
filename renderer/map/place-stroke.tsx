import type { PlaceMark } from './place-shapes.ts';
import classes from './place-stroke.module.css';

/** The stroke of a place as the map draws it, for a legend or a table. */
export function PlaceStroke(props: {
  readonly mark: PlaceMark | null;
  readonly isEdged?: boolean;
}) {
  const { mark } = props;
  return (
    <svg width="34" height="12" className={classes.mark} aria-hidden>
      {props.isEdged && <rect className={classes.edge} x="1" y="1" width="32" height="10" rx="5" />}
      {mark === 'dotted' ? <line className={classes.ring} x1="6" y1="6" x2="28" y2="6" /> : null}
      {mark ? (
        <line className={classes.stroke} data-mark={mark} x1="6" y1="6" x2="28" y2="6" />
      ) : null}
    </svg>
  );
}
