import { z } from 'zod';

import type { Day, Instant } from '../../lib/dates.ts';
import type { Id } from '../../lib/ids.ts';
import type { Position } from '../territory/geometry.ts';

/**
 * A service request as Open311 GeoReport v2 cities publish it, as far as a deal sheet says something of it;
 * what else they write is let through. Moments carry the offset of their place.
 */
export const open311RequestSchema = z.looseObject({
  service_request_id: z.string().min(1),
  status: z.enum(['open', 'closed']),
  status_notes: z.string().optional(),
  service_name: z.string().min(1),
  service_code: z.string().min(1),
  agency_responsible: z.string().optional(),
  requested_datetime: z.iso.datetime({ offset: true }),
  updated_datetime: z.iso.datetime({ offset: true }).optional(),
  expected_datetime: z.iso.datetime({ offset: true }).optional(),
  address: z.string().optional(),
  lat: z.number().optional(),
  long: z.number().optional(),
  description: z.string().optional(),
});
export type Open311Request = z.infer<typeof open311RequestSchema>;

export interface RequestFacts {
  readonly id: Id;
  readonly service: { readonly code: string; readonly name: string };
  readonly agency: string;
  readonly asked: string;
  readonly requestedAt: Instant;
  readonly dueOn: Day | null;
  readonly doneOn: Day | null;
  /** What the sheet says of where; empty when that does not go out. */
  readonly address: string;
  readonly position: Position | null;
  /** What else goes out, one line each. */
  readonly lines: readonly string[];
}

/** The request that a partner's own system can take in. */
export function open311Request(facts: RequestFacts): Open311Request {
  const { position } = facts;
  return {
    service_request_id: facts.id,
    status: facts.doneOn === null ? 'open' : 'closed',
    service_name: facts.service.name,
    service_code: facts.service.code,
    agency_responsible: facts.agency,
    requested_datetime: facts.requestedAt,
    ...(facts.doneOn !== null && { updated_datetime: `${facts.doneOn}T12:00:00.000Z` }),
    ...(facts.dueOn !== null && { expected_datetime: `${facts.dueOn}T12:00:00.000Z` }),
    ...(facts.address !== '' && { address: facts.address }),
    ...(position !== null && { lat: position[1], long: position[0] }),
    description: [facts.asked, ...facts.lines].join('\n'),
  };
}
