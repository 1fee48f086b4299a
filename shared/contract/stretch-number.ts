import { z } from 'zod';

/**
 * The place of a stretch along its whole street, from 1 on: on every page the same stretch has the same number. Null
 * where its street has no other, or where the territory does not know it.
 */
export const stretchNumberSchema = z.number().int().nullable();
