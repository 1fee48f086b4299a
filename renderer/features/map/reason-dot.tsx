import { useComputedColorScheme } from '@mantine/core';

import { paletteOf } from '../../map/palette.ts';
import { familyOf, type ReasonFamily } from '../../map/reason-families.ts';
import classes from './map-page.module.css';

/** The colour a reason has on the map; the reason itself always stands beside it. */
export function ReasonDot(props: { readonly reason: string }) {
  return <FamilyDot family={familyOf(props.reason)} />;
}

export function FamilyDot(props: { readonly family: ReasonFamily }) {
  const { families } = paletteOf(useComputedColorScheme('light'));
  return (
    <span className={classes.dot} style={{ background: families[props.family] }} aria-hidden />
  );
}
