export { newIdentity } from './new-identity.ts';
export { openPreferences, type PreferencesStore } from './preferences.ts';
export { openProfiles, type Profiles } from './profiles.ts';
export { createSession, type Session } from './session.ts';
