import { TERRITORY_WIRE } from '#shared/protocol/territory.ts';
import { WIRE } from '#shared/protocol/wire.ts';

import type { Judgement } from '../../central/access/access.ts';
import { blobState, getBlob, putBlob } from '../../central/blobs/blobs.ts';
import { takePart } from '../../central/parcels/take-part.ts';
import type { Centre } from '../../central/ports.ts';
import { getTerritory } from '../../central/territory/versions.ts';
import { type BlobCentre } from '../../workbench/sync/blobs.ts';
import { CentreUnreachable } from '../../workbench/sync/centre.ts';
import { type LineOptions, telling, throughText } from './bad-line.ts';

/** What the centre does at the addresses beside push and pull, with a request as it arrived. */
type Answer = (
  centre: Centre,
  principal: LineOptions['principal'],
  body: unknown,
  seeing: Pick<Judgement, 'scopesOf'> | undefined,
) => Promise<unknown>;

/** Bytes of a file that arrive at once: few, so that small files come in parts. */
const PART_BYTES = 600;

const ANSWERS: Readonly<Record<string, Answer>> = {
  [WIRE.parcelPart.path](centre, { zoneId }, body) {
    return takePart(centre, zoneId, WIRE.parcelPart.request.parse(body));
  },
  [WIRE.blobState.path]: (centre, principal, body, seeing) =>
    blobState(centre, principal, WIRE.blobState.request.parse(body), seeing),
  [WIRE.blobPut.path](centre, principal, body) {
    const request = WIRE.blobPut.request.parse(body);
    return putBlob(centre, principal, { ...request, bytes: firstPart(request.bytes) });
  },
  async [WIRE.blobGet.path](centre, principal, body, seeing) {
    const answer = await getBlob(centre, principal, WIRE.blobGet.request.parse(body), seeing);
    return { ...answer, bytes: firstPart(answer.bytes) };
  },
  async [TERRITORY_WIRE.territoryGet.path](centre, principal, body) {
    const request = TERRITORY_WIRE.territoryGet.request.parse(body);
    const answer = await getTerritory(centre, principal, request);
    return { ...answer, bytes: firstPart(answer.bytes) };
  },
};

function firstPart(base64: string): string {
  return Buffer.from(base64, 'base64').subarray(0, PART_BYTES).toString('base64');
}

/**
 * What goes beside the rows, over a line as bad as theirs: a question or its answer gets lost, or a question
 * arrives twice, or once more much later.
 */
export function badAsk(
  options: Pick<LineOptions, 'centre' | 'principal' | 'random' | 'turns' | 'badness'> & {
    /** How the centre judges who sees a row. */
    readonly seeing?: Pick<Judgement, 'scopesOf'>;
  },
): BlobCentre['ask'] {
  const { centre, principal, random, turns, badness, seeing } = options;
  const strikes = (): boolean => random() < badness();
  const late: (() => Promise<unknown>)[] = [];

  return async (endpoint, body) => {
    const answer = ANSWERS[endpoint.path];
    if (answer === undefined) throw new Error(`the simulated centre has no ${endpoint.path}`);
    const deliver = async (): Promise<unknown> => {
      await turns.pause();
      const told = await telling(() => answer(centre, principal, throughText(body), seeing));
      await turns.pause();
      return told;
    };
    if (strikes()) throw new CentreUnreachable();
    if (late.length > 0 && strikes())
      await late
        .shift()?.()
        .catch(() => undefined);
    if (strikes()) late.push(deliver);
    if (strikes()) await deliver().catch(() => undefined);
    const told = await deliver();
    if (strikes()) throw new CentreUnreachable();
    return endpoint.response.parse(throughText(told)) as never;
  };
}
