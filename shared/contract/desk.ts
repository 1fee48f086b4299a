import { eventIterator } from '@orpc/contract';
import { z } from 'zod';

import { instantSchema } from '../lib/dates.ts';
import { idSchema } from '../lib/ids.ts';
import { operation } from './base.ts';

export const LANGUAGES = ['nl', 'fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** As typed; whether a new one is strong enough is the rule of `shared/domain/people/passphrase.ts`. */
const passphrase = z.string().min(1).max(1024);

/** What the unlock screen may know of an officer's file without its key. */
export const profileSchema = z.object({
  id: idSchema,
  displayName: z.string(),
  lastOpenedAt: instantSchema.nullable(),
  /** Operations that exist only in this file; readable without the key, so that nobody loses them unaware. */
  onlyHere: z.number().int(),
});
export type Profile = z.infer<typeof profileSchema>;

export const deskStateSchema = z.object({
  state: z.enum(['locked', 'unlocked']),
  profiles: z.array(profileSchema),
  /** The officer at work; null while locked. */
  officer: z.object({ id: idSchema, profileId: idSchema, displayName: z.string() }).nullable(),
  idleLockMinutes: z.number().int(),
  /** Set when this desk shows the demo town: the passphrase of its fictitious officers, to be shown. */
  demoPassphrase: z.string().nullable(),
  /** A file is being unlocked whose last session ended without closing it: it is read through first. */
  checkingFile: z.boolean(),
  /** The last session of this file ended without closing it; it was checked and found sound. */
  recoveredFromUncleanStop: z.boolean(),
  host: z.enum(['electron', 'loopback']),
  appVersion: z.string(),
});
export type DeskState = z.infer<typeof deskStateSchema>;

export const preferencesSchema = z.object({
  language: z.enum(['system', ...LANGUAGES]),
  colourScheme: z.enum(['system', 'light', 'dark']),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** What changed, so that a page can ask again for what it shows. Carries no data itself. */
export const CHANGE_TOPICS = [
  'desk',
  'preferences',
  'contacts',
  'attachments',
  'drafts',
  'promises',
  'territory',
  'zone-territory',
  'basemap',
  'people',
  'codes',
  'parties',
  'views',
  'facts',
  'dossiers',
  'exports',
  'outbox',
  'sync',
  'administration',
] as const;
export type ChangeTopic = (typeof CHANGE_TOPICS)[number];
export const changeSchema = z.object({ topics: z.array(z.enum(CHANGE_TOPICS)) });
export type ChangeNotice = z.infer<typeof changeSchema>;

export const deskContract = {
  state: operation.output(deskStateSchema),
  createProfile: operation
    .input(z.object({ displayName: z.string().trim().min(1).max(80), passphrase }))
    .output(deskStateSchema),
  unlock: operation.input(z.object({ profileId: idSchema, passphrase })).output(deskStateSchema),
  lock: operation.output(deskStateSchema),
  changePassphrase: operation
    .input(z.object({ current: passphrase, next: passphrase }))
    .output(z.object({})),
  /** The officer did something; without it the desk locks after the idle time. */
  activity: operation.output(z.object({})),
  setIdleLock: operation
    .input(z.object({ minutes: z.number().int().min(1).max(240) }))
    .output(deskStateSchema),
  preferences: operation.output(preferencesSchema),
  setPreferences: operation.input(preferencesSchema).output(preferencesSchema),
  /** Stays open: first an empty notice, then one per change, from whichever window it came. */
  changes: operation.output(eventIterator(changeSchema)),
};
