import { type ComboboxStore, useCombobox } from '@mantine/core';
import { useCallback, useState } from 'react';

export interface ToldCombobox {
  readonly store: ComboboxStore;
  /** The option that Enter takes, for `aria-activedescendant`; null when none is. */
  readonly activeId: string | null;
  /** Makes the first option active, or the one that stands so many further; the same function always. */
  readonly activate: (further?: number) => void;
}

/**
 * A combobox that tells which option is active. Mantine tells a screen reader of an option only once an
 * arrow key has moved to it; here the first is active before that, and it has to be told of that one too.
 */
export function useToldCombobox(): ToldCombobox {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [activeId, setActiveId] = useState<string | null>(null);
  const noted = (id: string | null): string | null => {
    setActiveId(id);
    return id;
  };
  const store: ComboboxStore = {
    ...combobox,
    selectActiveOption: () => noted(combobox.selectActiveOption()),
    selectFirstOption: () => noted(combobox.selectFirstOption()),
    selectNextOption: () => noted(combobox.selectNextOption()),
    selectPreviousOption: () => noted(combobox.selectPreviousOption()),
  };
  const { selectFirstOption, selectNextOption } = combobox;
  const activate = useCallback(
    (further = 0) => {
      let id = selectFirstOption();
      for (let step = 0; step < further; step += 1) id = selectNextOption();
      setActiveId(id);
    },
    [selectFirstOption, selectNextOption],
  );
  return { store, activeId, activate };
}
