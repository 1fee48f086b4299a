import { z } from 'zod';

import { codeSchema } from '../domain/codes/code.ts';
import { contactSchema } from '../domain/contacts/contact.ts';
import { keptPromiseSchema } from '../domain/promises/promise.ts';
import { WEEK_HOURS } from '../domain/streets/picture.ts';
import { boundsSchema, positionSchema } from '../domain/territory/geometry.ts';
import { daySchema } from '../lib/dates.ts';
import { idSchema } from '../lib/ids.ts';
import { operation } from './base.ts';
import { streetProfileQuestionSchema, streetProfileSchema } from './street-profile.ts';

const countedCodeSchema = z.object({ code: codeSchema, count: z.number().int() });

/** What is known of a place from its contacts; withdrawn ones are left out everywhere. */
const pictureSchema = z.object({
  /** All contacts there ever were. */
  contacts: z.number().int(),
  /** The newest of them. */
  latest: z.array(contactSchema),
  /** Open promises, the longest overdue first; the first {@link MOST_OPEN_PROMISES} of them. */
  openPromises: z.array(keptPromiseSchema),
  /** How many are open, and how many of those due in the counted months were kept or not. */
  promises: z.object({
    open: z.number().int(),
    kept: z.number().int(),
    notKept: z.number().int(),
  }),
  /** The first day that reasons, problems and hours are counted from. */
  countedSince: daySchema,
  /** Most frequent first; a contact has one reason and any number of problems. */
  reasons: z.array(countedCodeSchema),
  problems: z.array(countedCodeSchema),
  /** Contacts by hour of the week on the clocks of Europe/Brussels, Monday 00:00 first. */
  hours: z.array(z.number().int()).length(WEEK_HOURS),
  /** Feelings of insecurity by quarter, the oldest first. */
  feelings: z.array(
    z.object({
      from: daySchema,
      to: daySchema,
      n: z.number().int(),
      /** How many gave each step, from never to always; null when too few answered. */
      steps: z.array(z.number().int()).nullable(),
    }),
  ),
});
export type PlacePicture = z.infer<typeof pictureSchema>;

export const MOST_OPEN_PROMISES = 20;
export const LATEST_CONTACTS = 8;

const officerSchema = z.object({ officerId: idSchema, displayName: z.string() });

export const streetPictureSchema = z.object({
  /** The newest version of the street. */
  id: idSchema,
  nameNl: z.string(),
  nameFr: z.string(),
  postcode: z.string(),
  subMunicipality: z.string(),
  /** The day it ended; null while it is there. */
  endedOn: daySchema.nullable(),
  /** Names it had before, the newest first. */
  formerNames: z.array(z.object({ nameNl: z.string(), nameFr: z.string(), until: daySchema })),
  /** The neighbourhoods it runs through today, and who answers for them. */
  neighbourhoods: z.array(
    z.object({
      id: idSchema,
      nameNl: z.string(),
      nameFr: z.string(),
      officers: z.array(officerSchema),
    }),
  ),
  /** The middle of it; null when it has no line on the map. */
  position: positionSchema.nullable(),
  bounds: boundsSchema.nullable(),
  picture: pictureSchema,
});
export type StreetPicture = z.infer<typeof streetPictureSchema>;

export const neighbourhoodPictureSchema = z.object({
  /** The newest version of the neighbourhood. */
  id: idSchema,
  nameNl: z.string(),
  nameFr: z.string(),
  endedOn: daySchema.nullable(),
  officers: z.array(officerSchema),
  bounds: boundsSchema.nullable(),
  /**
   * Its streets of today, those with most contacts in the counted months first. A street that runs on
   * into another neighbourhood is counted whole.
   */
  streets: z.array(
    z.object({
      id: idSchema,
      nameNl: z.string(),
      nameFr: z.string(),
      contacts: z.number().int(),
    }),
  ),
  picture: pictureSchema,
});
export type NeighbourhoodPicture = z.infer<typeof neighbourhoodPictureSchema>;

export const streetsContract = {
  /**
   * A street with all its versions counted as one; the picture of a piece of it where one is named. NOT_FOUND
   * (street); a piece that is not of the street has no contacts.
   */
  street: operation
    .input(z.object({ id: idSchema, segmentId: idSchema.nullable().default(null) }))
    .output(streetPictureSchema),
  /**
   * What a street tells beside its picture: needs, recorded facts, organisations, its pieces. NOT_FOUND (street);
   * a piece that is not of the street has no facts.
   */
  profile: operation.input(streetProfileQuestionSchema).output(streetProfileSchema),
  /** A neighbourhood with all its versions counted as one. NOT_FOUND (neighbourhood). */
  neighbourhood: operation.input(z.object({ id: idSchema })).output(neighbourhoodPictureSchema),
};
