import { z } from 'zod';

import { daySchema } from '../lib/dates.ts';
import { loginSchema, ROLES } from './account.ts';
import { idSchema, instantSchema, seqSchema } from './basics.ts';
import { jsonEndpoint } from './json-endpoint.ts';
import { LIMITS } from './limits.ts';

/** What an administrator can ask of the centre. All of it is refused with FORBIDDEN to anybody else. */

/** A name without control characters or halves of characters. */
export const displayNameSchema = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u);
/** A password that somebody chooses, as against one that is tried. */
export const newPasswordSchema = z.string().min(12).max(1_000);
export const roleSchema = z.enum(ROLES);

export const RIGHT_KINDS = ['neighbourhood', 'district', 'zone'] as const;

const right = {
  kind: z.enum(RIGHT_KINDS),
  /** The neighbourhood or district; the zone's own id for all of it. */
  areaId: idSchema,
  /** Whether contacts for few eyes are seen as well. */
  restricted: z.boolean(),
  validFrom: daySchema,
  /** The first day on which it holds no longer. */
  validTo: daySchema,
};
export const rightSchema = z.object({ id: idSchema, ...right });
export type Right = z.infer<typeof rightSchema>;

export const addRightSchema = z
  .object({ officerId: idSchema, ...right })
  .refine(({ validFrom, validTo }) => validFrom < validTo, { path: ['validTo'] });

export const accountSchema = z.object({
  officerId: idSchema,
  login: z.string().max(100),
  displayName: z.string().max(200),
  role: roleSchema,
  /** Nobody signs in with it, and its desks forget everything. */
  closed: z.boolean(),
  /** Whether a desk's file bears the officer's id. */
  bound: z.boolean(),
  rights: z.array(rightSchema).max(LIMITS.directoryRows),
});
export type Account = z.infer<typeof accountSchema>;

export const addAccountSchema = z.object({
  login: loginSchema,
  displayName: displayNameSchema,
  role: roleSchema,
  password: newPasswordSchema,
});

/** What is not named stays. */
export const changeAccountSchema = z.object({
  officerId: idSchema,
  displayName: displayNameSchema.optional(),
  role: roleSchema.optional(),
});

export const areaSchema = z.object({
  id: idSchema,
  kind: z.enum(['neighbourhood', 'district']),
  /** The district of a neighbourhood. */
  parentId: idSchema.nullable(),
});
export type Area = z.infer<typeof areaSchema>;
export const areasSchema = z.array(areaSchema).max(LIMITS.areas);

export const deskSchema = z.object({
  deviceId: idSchema,
  officerId: idSchema,
  label: z.string().max(60),
  enrolledAt: instantSchema,
  lastSeenAt: instantSchema,
  signedInUntil: instantSchema,
  appVersion: z.string().max(40),
  /** Operations that it said it still holds. */
  waiting: z.number().int().min(0),
  revoked: z.boolean(),
  /** Whole days since it was last seen. */
  silentDays: z.number().int().min(0),
  /** It has been silent for longer than the zone finds right. */
  alarm: z.boolean(),
});
export type Desk = z.infer<typeof deskSchema>;

export const alarmDaysSchema = z.number().int().min(1).max(365);

/** What administrators and supervisors do, as it is recorded. */
export const ACTS = [
  'account-added',
  'account-changed',
  'account-closed',
  'account-reopened',
  'password-set',
  'code-made',
  'right-added',
  'right-ended',
  'areas-set',
  'codes-set',
  'desk-revoked',
  'alarm-set',
  'quarantine-released',
  'quarantine-refused',
  'territory-published',
] as const;

export const actSchema = z.object({
  seq: seqSchema,
  at: instantSchema,
  /** Login of who did it; empty for the command line. */
  actor: z.string().max(100),
  act: z.enum(ACTS),
  /** Account, right, desk or operation. */
  subjectId: idSchema.nullable(),
  /** Login or label of the subject when it was done. */
  subject: z.string().max(100),
  /** Codes, days and counts; never what somebody wrote. */
  detail: z.record(z.string().max(40), z.union([z.string().max(100), z.number(), z.boolean()])),
});
export type Act = z.infer<typeof actSchema>;

const nothing = z.object({});
const ofOfficer = z.object({ officerId: idSchema });

export const ADMINISTRATION_WIRE = {
  accounts: jsonEndpoint(
    'administration/accounts',
    'All accounts, with their rights',
    nothing,
    z.object({ zoneId: idSchema, accounts: z.array(accountSchema).max(LIMITS.directoryRows) }),
  ),
  addAccount: jsonEndpoint(
    'administration/accounts/add',
    'Add an account',
    addAccountSchema,
    ofOfficer,
  ),
  changeAccount: jsonEndpoint(
    'administration/accounts/change',
    'Change the name or the role of an account',
    changeAccountSchema,
    nothing,
  ),
  setPassword: jsonEndpoint(
    'administration/accounts/password',
    'Set a password, and lift a lock-out',
    z.object({ officerId: idSchema, password: newPasswordSchema }),
    nothing,
  ),
  closeAccount: jsonEndpoint(
    'administration/accounts/close',
    'Close an account: its desks forget everything, their unsent work is set aside',
    ofOfficer,
    nothing,
  ),
  reopenAccount: jsonEndpoint(
    'administration/accounts/reopen',
    'Open a closed account again',
    ofOfficer,
    nothing,
  ),
  makeCode: jsonEndpoint(
    'administration/codes/make',
    'A one-time code for one desk; it is shown once',
    ofOfficer,
    z.object({ code: z.string().max(40), expiresAt: instantSchema }),
  ),
  addRight: jsonEndpoint(
    'administration/rights/add',
    'Give a right, from one day until another',
    addRightSchema,
    z.object({ rightId: idSchema }),
  ),
  endRight: jsonEndpoint(
    'administration/rights/end',
    'End a right: it holds no longer on that day',
    z.object({ rightId: idSchema, validTo: daySchema }),
    nothing,
  ),
  areas: jsonEndpoint(
    'administration/areas',
    'Neighbourhoods and districts by which rights are told',
    nothing,
    z.object({ areas: areasSchema }),
  ),
  setAreas: {
    ...jsonEndpoint(
      'administration/areas/set',
      'Add or change neighbourhoods and districts',
      z.object({ areas: areasSchema.min(1) }),
      nothing,
    ),
    bytes: 4 * LIMITS.requestBytes,
  },
  desks: jsonEndpoint(
    'administration/desks',
    'All desks: last seen, version, operations they still hold',
    nothing,
    z.object({ alarmDays: alarmDaysSchema, desks: z.array(deskSchema).max(LIMITS.directoryRows) }),
  ),
  revokeDesk: jsonEndpoint(
    'administration/desks/revoke',
    'Shut a desk out at once, as after a theft',
    z.object({ deviceId: idSchema }),
    nothing,
  ),
  setDeskAlarm: jsonEndpoint(
    'administration/desks/alarm',
    'After how many days of silence a desk is reported',
    z.object({ days: alarmDaysSchema }),
    nothing,
  ),
  acts: jsonEndpoint(
    'administration/acts',
    'What administrators and supervisors did, newest first',
    z.object({ before: seqSchema.nullable() }),
    z.object({ acts: z.array(actSchema).max(LIMITS.page), more: z.boolean() }),
  ),
} as const;
