import { canonicalJson } from '#shared/lib/canonical-json.ts';
import type { Id } from '#shared/lib/ids.ts';
import { LIMITS } from '#shared/protocol/limits.ts';
import {
  type ParcelAnswer,
  type ParcelContent,
  parcelContentSchema,
  type ParcelHeader,
  parcelHeaderSchema,
  type ParcelPartRequest,
  type ParcelPartResponse,
  type ParcelReason,
  signedPart,
} from '#shared/protocol/parcel.ts';
import { SealedFileBroken, splitContent } from '#shared/protocol/sealed-file.ts';
import { PROTOCOL_VERSION } from '#shared/protocol/version.ts';

import type { Judgement, Principal } from '../access/access.ts';
import { signatureMatches } from '../accounts/secrets.ts';
import { putBlob } from '../blobs/blobs.ts';
import { CentralError } from '../errors.ts';
import type { Centre } from '../ports.ts';
import { push } from '../push/push.ts';
import { openPart, sealReceipt, sha256, sharedSecret } from './parcel-crypto.ts';

export type ParcelPart = Omit<ParcelPartRequest, 'deviceId'>;

/** What a push answers when it cannot go on; the desk learns it from its receipts. */
const ENDINGS: readonly string[] = [
  'SEQUENCE_GAP',
  'SEQUENCE_REUSED',
  'OPERATION_ALTERED',
  'INVALID_FIELD',
];
/** Bytes of an answer before it is sealed. */
const LARGEST_ANSWER = LIMITS.receiptPartBytes - 1_000;

/**
 * Does what a part of a parcel says, as if its desk had sent it over its own line, and seals what there is
 * to say for that desk alone. The same part again changes nothing.
 *
 * Throws PARCEL_REFUSED with one of PARCEL_REASONS; then nothing was done.
 */
export async function takePart(
  centre: Centre,
  zoneId: Id,
  part: ParcelPart,
  judgement?: Judgement,
): Promise<ParcelPartResponse> {
  return (await answerPart(centre, zoneId, part, judgement)).response;
}

/** As {@link takePart}, with the answer beside it as it was before it was sealed: for who takes a whole parcel in. */
export async function answerPart(
  centre: Centre,
  zoneId: Id,
  part: ParcelPart,
  judgement?: Judgement,
): Promise<{ readonly answer: ParcelAnswer; readonly response: ParcelPartResponse }> {
  const headerBytes = Buffer.from(part.header, 'base64');
  const header = headerIn(headerBytes);
  const headerHash = sha256(headerBytes);
  const principal = await makerOf(centre, zoneId, header);
  const sealed = Buffer.from(part.sealed, 'base64');
  const { index } = part;
  const signed = signedPart(
    headerHash.toString('hex'),
    index,
    part.last,
    sha256(sealed).toString('hex'),
  );
  if (!signatureMatches(header.publicKey, signed, part.signature)) throw refused('altered');
  const keys = await centre.store.directory.parcelKeys(zoneId);
  const key = keys.find(({ id }) => id === header.keyId);
  if (key === undefined) throw refused('unknown-key');
  const { secret, content, bytes } = opened(() => {
    const agreed = sharedSecret(key, header);
    const plain = openPart(agreed, headerHash, { index, last: part.last, sealed });
    const [json, behind] = splitContent(plain);
    const parsed = parcelContentSchema.parse(JSON.parse(Buffer.from(json).toString('utf8')));
    return { secret: agreed, content: parsed, bytes: behind };
  });
  const answer = await answerTo(centre, principal, content, bytes, judgement);
  const last = part.last || answer.type === 'refused';
  centre.log.info('parcel.part', { index, last, type: answer.type });
  const receipt = { index, last, answer: Buffer.from(fitting(answer)) };
  return { answer, response: sealReceipt(secret, headerHash, receipt, centre.random(64)) };
}

/** What can be read on a parcel. Throws PARCEL_REFUSED: altered, too-new. */
export function headerIn(bytes: Uint8Array): ParcelHeader {
  const header = opened(() =>
    parcelHeaderSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))),
  );
  if (header.protocol > PROTOCOL_VERSION) throw refused('too-new');
  return header;
}

export function refused(reason: ParcelReason): CentralError {
  return new CentralError('PARCEL_REFUSED', { field: 'parcel', reason });
}

/**
 * Who made it: a desk that is known by this key and was not shut out. A lease that is over does not matter:
 * a desk without a line cannot renew it, and a parcel brings nothing but what its officer wrote.
 */
async function makerOf(
  { store }: Centre,
  zoneId: Id,
  { zoneId: madeIn, deviceId, publicKey }: ParcelHeader,
): Promise<Principal> {
  if (madeIn !== zoneId) throw refused('other-zone');
  const desk = await store.directory.desk(zoneId, deviceId);
  if (desk?.publicKey !== publicKey) throw refused('unknown-desk');
  if (desk.revoked) throw refused('revoked');
  return { zoneId, officerId: desk.officerId, deviceId };
}

/** Whatever goes wrong inside, it is not as it was made. */
function opened<Value>(work: () => Value): Value {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof CentralError) throw cause;
    throw refused(cause instanceof SealedFileBroken ? cause.reason : 'altered');
  }
}

async function answerTo(
  centre: Centre,
  principal: Principal,
  content: ParcelContent,
  bytes: Uint8Array,
  judgement: Judgement | undefined,
): Promise<ParcelAnswer> {
  const zones = await centre.store.directory.zones();
  const epoch = zones.find(({ id }) => id === principal.zoneId)?.epoch ?? '';
  switch (content.type) {
    case 'operations': {
      if (content.request.deviceId !== principal.deviceId) throw refused('altered');
      // A centre that was restored since takes what follows on what it has, and tells its new life.
      const request = { ...content.request, epoch: null };
      try {
        const { lastDeviceSeq, results, ...told } = await push(
          centre,
          principal,
          request,
          judgement,
        );
        return { type: 'operations', epoch: told.epoch, lastDeviceSeq, results };
      } catch (cause) {
        if (!(cause instanceof CentralError) || !ENDINGS.includes(cause.code)) throw cause;
        return { type: 'refused', epoch, code: cause.code, expected: cause.data.expected ?? null };
      }
    }
    case 'bytes': {
      const { row, hash, offset } = content;
      const received = await putBlob(centre, principal, {
        deviceId: principal.deviceId,
        ...{ row, hash, offset },
        bytes: Buffer.from(bytes).toString('base64'),
      }).then(
        (state) => state.received,
        (cause: unknown) => {
          if (cause instanceof CentralError) return null;
          throw cause;
        },
      );
      return { type: 'bytes', epoch, row, hash, received };
    }
  }
}

/** Outcomes that are too long for one receipt are left to the desk's next pull. */
function fitting(answer: ParcelAnswer): string {
  if (answer.type !== 'operations') return canonicalJson(answer);
  const results = [...answer.results];
  for (;;) {
    const text = canonicalJson({ ...answer, results });
    if (Buffer.byteLength(text) <= LARGEST_ANSWER || results.length === 0) return text;
    results.length = Math.floor(results.length / 2);
  }
}
