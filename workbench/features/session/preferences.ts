import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { type Preferences, preferencesSchema } from '#shared/contract/desk.ts';

import { writeFileAtomically } from '../../adapters/atomic-file.ts';

const DEFAULTS: Preferences = { language: 'system', colourScheme: 'system' };

/** Language and colours of this desk: known before anybody unlocks it, and about nobody. */
export interface PreferencesStore {
  read(): Promise<Preferences>;
  write(preferences: Preferences): Promise<Preferences>;
}

export function openPreferences(profileDirectory: string): PreferencesStore {
  const path = join(profileDirectory, 'desk.json');
  return {
    async read() {
      try {
        return preferencesSchema.parse(JSON.parse(await readFile(path, 'utf8')));
      } catch {
        // Missing or unreadable: how a desk looks is no reason to keep anybody from working.
        return DEFAULTS;
      }
    },
    async write(preferences) {
      await writeFileAtomically(path, JSON.stringify(preferences));
      return preferences;
    },
  };
}
