import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';

export interface PaletteState {
  readonly opened: boolean;
  open(): void;
  close(): void;
}

const PaletteContext = createContext<PaletteState | undefined>(undefined);

/** Whether the palette is open, for everything that opens it. */
export function PaletteProvider(props: { readonly children: ReactNode }) {
  const [opened, setOpened] = useState(false);
  const palette = useMemo<PaletteState>(
    () => ({
      opened,
      open: () => {
        setOpened(true);
      },
      close: () => {
        setOpened(false);
      },
    }),
    [opened],
  );
  return <PaletteContext value={palette}>{props.children}</PaletteContext>;
}

export function usePalette(): PaletteState {
  const palette = useContext(PaletteContext);
  if (!palette) throw new Error('usePalette outside of PaletteProvider');
  return palette;
}
