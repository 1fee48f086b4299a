import { useMemo } from 'react';

import { useFormats } from '../../ui/formats.ts';

/** Shares and rates with as many digits as they deserve. */
export function useGapNumbers() {
  const formats = useFormats();
  return useMemo(
    () => ({
      /** 0.334 as 33 %. */
      percent: (share: number): string => `${formats.number(Math.round(100 * share))} %`,
      /** One decimal. */
      decimal: (value: number): string => formats.number(Math.round(10 * value) / 10),
    }),
    [formats],
  );
}
