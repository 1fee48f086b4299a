import type { PlaceMark } from './place-shapes.ts';
import classes from './place-stroke.module.css';

/** The stroke of a mark as the map draws it, within an `svg` of 34 by 12. */
export function PlaceStroke(props: { readonly mark: PlaceMark }) {
  return <line className={classes.stroke} data-mark={props.mark} x1="6" y1="6" x2="28" y2="6" />;
}
