import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';

import type { Help } from './help.ts';
import { HelpDialog } from './help-dialog.tsx';
import type { PageShortcut } from './shortcuts.ts';

const HelpContext = createContext<Help | undefined>(undefined);
const STORE_KEY = 'wijkwerk.single-keys';

/** Holds the sheet of shortcuts and the choice whether single keys are on, kept on this device. */
export function HelpProvider(props: {
  readonly pages: readonly PageShortcut[];
  readonly children: ReactNode;
}) {
  const [opened, setOpened] = useState(false);
  const [singleKeys, setOn] = useState(() => localStorage.getItem(STORE_KEY) !== 'off');
  const help = useMemo<Help>(
    () => ({
      open: () => {
        setOpened(true);
      },
      singleKeys,
      setSingleKeys: (on) => {
        localStorage.setItem(STORE_KEY, on ? 'on' : 'off');
        setOn(on);
      },
    }),
    [singleKeys],
  );
  return (
    <HelpContext value={help}>
      {props.children}
      <HelpDialog
        opened={opened}
        onClose={() => {
          setOpened(false);
        }}
        help={help}
        pages={props.pages}
      />
    </HelpContext>
  );
}

export function useHelp(): Help {
  const help = useContext(HelpContext);
  if (!help) throw new Error('useHelp outside of HelpProvider');
  return help;
}
