import { PackageRefused } from '#shared/domain/territory/package/read-package.ts';
import type { TerritoryVersion } from '#shared/protocol/territory.ts';
import { TERRITORY_WIRE } from '#shared/protocol/territory.ts';

import type { Log } from '../../ports/ports.ts';
import {
  appendBlob,
  blobState,
  dropBlob,
  hashOf,
  readBlob,
} from '../../store/repositories/blob-repository.ts';
import { noteProblem, zoneTerritory } from '../../store/repositories/zone-territory-repository.ts';
import type { Store } from '../../store/store.ts';
import { type BlobCentre, unlessAborted } from '../blobs.ts';
import { putInTerritory } from './put-in-territory.ts';

export interface TerritoryFetcher {
  /** A newer version may be there, or the line may be back. */
  wake(): void;
  /** Resolves when nothing is being fetched or put in. */
  idle(): Promise<void>;
}

export interface TerritoryFetcherOptions {
  readonly store: Store;
  readonly centre: BlobCentre;
  readonly signal: AbortSignal;
  readonly log: Log;
  /** More of it has come. */
  readonly progressed: () => void;
  /** Another territory is here. */
  readonly putIn: () => void;
}

/** Fetches the newest version of the territory beside the loop of rows, from where it stopped, and puts it in. */
export function createTerritoryFetcher(options: TerritoryFetcherOptions): TerritoryFetcher {
  const { signal, log } = options;
  /** What this application cannot use is asked for once in a session. */
  const refused = new Set<string>();
  let running: Promise<void> | undefined;
  let wanted = false;

  const run = async (): Promise<void> => {
    while (wanted && !signal.aborted) {
      wanted = false;
      const { arriving } = await zoneTerritory(options.store.read);
      if (arriving === null || refused.has(arriving.version.hash)) continue;
      const { version } = arriving;
      try {
        await fetchTerritory(options, version);
        const rows = await putInTerritory(options.store, version);
        log.info('territory.put-in', { version: version.number, rows });
        options.putIn();
      } catch (cause) {
        if (!(cause instanceof PackageRefused)) throw cause;
        refused.add(version.hash);
        await options.store.write((handle) => noteProblem(handle, cause.problem));
        log.warn('territory.refused', { version: version.number, problem: cause.problem });
        options.progressed();
      }
    }
  };
  return {
    wake() {
      wanted = true;
      running ??= run()
        .catch((cause: unknown) => {
          // The next round that reaches the centre wakes it again.
          if (!signal.aborted) {
            log.warn('territory.not-fetched', {
              kind: cause instanceof Error ? cause.name : 'unknown',
            });
          }
        })
        .finally(() => {
          running = undefined;
        });
    },
    idle: () => running ?? Promise.resolve(),
  };
}

/** Throws what the line throws, the signal's reason, or TerritoryDiffers. */
async function fetchTerritory(
  { store, centre, signal, progressed }: TerritoryFetcherOptions,
  { hash, size }: TerritoryVersion,
): Promise<void> {
  let received = (await blobState(store.read, hash))?.received ?? 0;
  while (received < size) {
    const request = { hash, offset: received };
    const answer = await unlessAborted(signal, centre.ask(TERRITORY_WIRE.territoryGet, request));
    const part = Buffer.from(answer.bytes, 'base64');
    if (part.length === 0 || answer.size !== size) throw new TerritoryDiffers();
    const at = received;
    await store.write((handle) => appendBlob(handle, hash, size, at, part));
    received += part.length;
    progressed();
  }
  if (hashOf(await readBlob(store.read, hash, 0, size)) === hash) return;
  await store.write((handle) => dropBlob(handle, hash));
  throw new TerritoryDiffers();
}

/** The centre gave other bytes than the version names. */
class TerritoryDiffers extends Error {
  override readonly name = 'TerritoryDiffers';
}
