import { type MantineColorScheme, useMantineColorScheme } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo } from 'react';

import type { Preferences } from '#shared/contract/desk.ts';

import { switchLanguage } from './language.ts';
import { type Question, useQuestion } from './queries.ts';
import { useWorkbench } from './workbench.tsx';

/** Until the workbench has answered. */
const SYSTEM: Preferences = { language: 'system', colourScheme: 'system' };

export interface Appearance {
  readonly preferences: Preferences;
  /** Shows it at once and remembers it for this desk, in every window. */
  change(part: Partial<Preferences>): Promise<void>;
}

const AppearanceContext = createContext<Appearance | undefined>(undefined);

const QUESTION: Question<Preferences> = {
  topics: ['preferences'],
  key: ['desk.preferences'],
  ask: (client, signal) => client.desk.preferences(undefined, { signal }),
};

export function AppearanceProvider(props: { readonly children: ReactNode }) {
  const client = useWorkbench();
  const { setColorScheme } = useMantineColorScheme();
  const queries = useQueryClient();
  const answer = useQuestion(QUESTION);
  const preferences = answer.data ?? SYSTEM;

  useEffect(() => {
    setColorScheme(schemeOf(preferences));
  }, [preferences, setColorScheme]);
  useEffect(() => {
    void switchLanguage(preferences.language);
  }, [preferences.language]);

  const change = useCallback(
    async (part: Partial<Preferences>) => {
      const next = { ...preferences, ...part };
      queries.setQueryData(QUESTION.key, next);
      await client.desk.setPreferences(next);
    },
    [client, preferences, queries],
  );
  const appearance = useMemo(() => ({ preferences, change }), [preferences, change]);
  return <AppearanceContext value={appearance}>{props.children}</AppearanceContext>;
}

export function useAppearance(): Appearance {
  const appearance = useContext(AppearanceContext);
  if (!appearance) throw new Error('useAppearance outside of AppearanceProvider');
  return appearance;
}

function schemeOf(preferences: Preferences): MantineColorScheme {
  return preferences.colourScheme === 'system' ? 'auto' : preferences.colourScheme;
}
