import { useComputedColorScheme } from '@mantine/core';

import type { ReasonFamily } from '#shared/domain/codes/code.ts';

import { useCodes } from '../../client/codes.ts';
import { paletteOf } from '../../map/palette.ts';
import classes from './map-page.module.css';

/** The colour a reason has on the map; the reason itself always stands beside it. */
export function ReasonDot(props: { readonly reason: string }) {
  const { familyOf } = useCodes();
  return <FamilyDot family={familyOf(props.reason)} />;
}

export function FamilyDot(props: { readonly family: ReasonFamily }) {
  const { families } = paletteOf(useComputedColorScheme('light'));
  return (
    <span className={classes.dot} style={{ background: families[props.family] }} aria-hidden />
  );
}
