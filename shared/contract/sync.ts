import { eventIterator } from '@orpc/contract';
import { z } from 'zod';

import { instantSchema } from '../lib/dates.ts';
import { idSchema } from '../lib/ids.ts';
import { ROLES } from '../protocol/account.ts';
import { operation } from './base.ts';
import {
  arrivalSchema,
  attentionInputSchema,
  attentionPageSchema,
  chooseInputSchema,
  operationsInputSchema,
  operationsPageSchema,
  recordStandingSchema,
  recordStatesInputSchema,
  rightsChangeSchema,
} from './sync-lines.ts';

/** How this desk stands with the centre, as it looked when it last tried. */
export const CONNECTIONS = [
  /** This desk belongs to no centre. */
  'none',
  /** Not tried yet since the file was opened. */
  'connecting',
  'online',
  /** No answer; tried again by itself. */
  'unreachable',
  /** The centre wants the officer's password. */
  'sign-in',
  /** The desk was shut out, or the account closed. */
  'revoked',
  /** The centre does not know this desk: it was restored from a backup that is older. It takes a new code. */
  'unknown',
  /** The centre speaks another version. */
  'upgrade',
  /** The centre refuses what this desk sends, and only a person can help; `code` says why. */
  'blocked',
  /** The centre answers that it cannot, or something broke here; tried again by itself. */
  'failing',
] as const;
export type Connection = (typeof CONNECTIONS)[number];

export const enrolmentSchema = z.object({
  /** `https://centre.example` */
  address: z.string(),
  /** What this desk is called at the centre. */
  label: z.string(),
  login: z.string(),
  displayName: z.string(),
  role: z.enum(ROLES),
  zoneId: idSchema,
  enrolledAt: instantSchema,
  /** Until when the desk talks with the centre without the officer's password. */
  signedInUntil: instantSchema,
});
export type Enrolment = z.infer<typeof enrolmentSchema>;

const leaseSchema = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('valid'),
    /** Whole days; 0 on the last one. */
    daysLeft: z.number().int(),
    endsSoon: z.boolean(),
  }),
  z.object({ state: z.literal('over') }),
]);

export const syncStateSchema = z.object({
  enrolment: enrolmentSchema.nullable(),
  connection: z.enum(CONNECTIONS),
  /** Why, where `connection` alone does not say: a code of the centre. */
  code: z.string().nullable(),
  isRunning: z.boolean(),
  /** How long the officer may go on without signing in at the centre; null without a centre. */
  lease: leaseSchema.nullable(),
  lastContactAt: instantSchema.nullable(),
  nextTryAt: instantSchema.nullable(),
  /** How far this desk's clock is ahead of the centre's, in seconds; null before the first answer. */
  clockAheadSeconds: z.number().int().nullable(),
  /**
   * Operations, by where they are. Of those under way the centre has not everything, or their outcome is not
   * known here yet: a file is under way until its bytes are there.
   */
  onlyHere: z.number().int(),
  underWay: z.number().int(),
  /** Files of which the centre has the row and not all bytes: how many, their bytes, and those that are there. */
  files: z.object({
    count: z.number().int(),
    size: z.number().int(),
    sent: z.number().int(),
  }),
  needsAttention: z.number().int(),
  oldestOnlyHereAt: instantSchema.nullable(),
  /** Rows that are here, and cannot be shown before something else arrives. */
  waitingRows: z.number().int(),
});
export type SyncState = z.infer<typeof syncStateSchema>;

export const enrolInputSchema = z.object({
  address: z.string().trim().min(1).max(300),
  code: z.string().trim().min(1).max(40),
  login: z.string().trim().min(1).max(100),
  password: z.string().min(1).max(1_000),
  label: z.string().trim().min(1).max(60),
});
export type EnrolInput = z.infer<typeof enrolInputSchema>;

/** What the officer reads in the provider's browser once it has sent them back, in their language. */
const answerPagesSchema = z.object({
  done: z.string().min(1).max(500),
  failed: z.string().min(1).max(500),
});

export const providerEnrolInputSchema = enrolInputSchema.omit({ login: true, password: true });
export type ProviderEnrolInput = z.infer<typeof providerEnrolInputSchema>;

/** How a sign-in with the zone's provider of identities goes on; the last one says how it ended. */
export const providerEventSchema = z.discriminatedUnion('type', [
  /** The provider waits for the officer at this address; null where the host has opened it already. */
  z.object({ type: z.literal('waiting'), address: z.string().nullable() }),
  z.object({ type: z.literal('done') }),
  /** `code` of the sign-in (PROVIDER_AWAY, DENIED, CANCELLED, ANSWER_REFUSED), or of the centre. */
  z.object({ type: z.literal('failed'), code: z.string() }),
]);
export type ProviderEvent = z.infer<typeof providerEventSchema>;

export const syncContract = {
  state: operation.output(syncStateSchema),
  /**
   * Makes this desk known to a centre. CENTRE_REFUSED, CENTRE_UNREACHABLE or INVALID_FIELD; the desk is as
   * it was then.
   */
  enrol: operation.input(enrolInputSchema).output(syncStateSchema),
  /** The officer's password, when the centre wants it again. */
  signIn: operation
    .input(z.object({ password: z.string().min(1).max(1_000) }))
    .output(syncStateSchema),
  /**
   * Whose sign-in page the officers of this zone have, as the host of its address; null where they sign in
   * with a password. `address` is the centre's, null for the one that this desk belongs to. NOT_ENROLLED,
   * INVALID_FIELD, CENTRE_REFUSED or CENTRE_UNREACHABLE.
   */
  provider: operation
    .input(z.object({ address: z.string().trim().min(1).max(300).nullable() }))
    .output(z.object({ name: z.string().nullable() })),
  /** As `enrol`, with the zone's provider in place of a password. Breaking off calls it off. */
  enrolByProvider: operation
    .input(providerEnrolInputSchema.extend({ pages: answerPagesSchema }))
    .output(eventIterator(providerEventSchema)),
  /** As `signIn`, in the same way. */
  signInByProvider: operation
    .input(z.object({ pages: answerPagesSchema }))
    .output(eventIterator(providerEventSchema)),
  /** Sends and fetches now; answers when that was done or has failed, which the state says. */
  now: operation.output(syncStateSchema),
  /** Operations by where they are, newest first; those of a day in the order they were made. */
  operations: operation.input(operationsInputSchema).output(operationsPageSchema),
  /** What the officer is asked about, newest first; or what was settled last. */
  attention: operation.input(attentionInputSchema).output(attentionPageSchema),
  /**
   * Settles all conflicts of an operation. NOT_FOUND (conflict; record, when it is no longer here),
   * INVALID_FIELD, ALREADY_EXISTS when it was settled otherwise.
   */
  choose: operation.input(chooseInputSchema).output(z.object({})),
  /** Takes a choice back: what the centre said stands again, and it is asked again. NOT_FOUND. */
  undoChoice: operation.input(z.object({ opId: idSchema })).output(z.object({})),
  /** The officer has seen that it was not taken, or wants to be reminded again. NOT_FOUND. */
  settle: operation.input(z.object({ opId: idSchema, settled: z.boolean() })).output(z.object({})),
  /** What the last pulls brought, newest first. */
  arrivals: operation.output(z.array(arrivalSchema)),
  /** Changes of rights that the officer has not seen. */
  rightsChanges: operation.output(z.array(rightsChangeSchema)),
  /** They have been seen, up to this one. */
  rightsSeen: operation.input(z.object({ position: z.number().int() })).output(z.object({})),
  /** Where records stand; one that is not in the answer came from the centre. */
  recordStates: operation.input(recordStatesInputSchema).output(z.array(recordStandingSchema)),
};
