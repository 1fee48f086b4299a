import { useState } from 'react';

import { type QuickLogForm, tellsMore } from './quick-log-model.ts';

const STORE_KEY = 'wijkwerk.quick-log-more';

export interface MoreFolded {
  readonly isOpen: boolean;
  readonly toggle: () => void;
  readonly open: () => void;
}

/**
 * Whether the optional fields are unfolded: as they were left on this device, and always when something
 * stands in them as the form begins.
 */
export function useMoreFolded(form: QuickLogForm): MoreFolded {
  const [isOpen, setOpen] = useState(
    () => localStorage.getItem(STORE_KEY) === 'open' || tellsMore(form),
  );
  return {
    isOpen,
    toggle: () => {
      localStorage.setItem(STORE_KEY, isOpen ? 'folded' : 'open');
      setOpen(!isOpen);
    },
    open: () => {
      setOpen(true);
    },
  };
}
