import type { Source } from 'pmtiles';
import { useEffect, useState } from 'react';

import { type Basemap, BASEMAP_READ_BYTES } from '#shared/contract/basemap.ts';
import type { WorkbenchClient } from '#shared/contract/contract.ts';

import { useQuestion } from '../../client/queries.ts';
import { fromBase64 } from '../../client/transfers.ts';
import { useWorkbench } from '../../client/workbench.tsx';
import type { BasemapTiles } from '../../map/basemap/basemap-tiles.ts';

export function useBasemap() {
  return useQuestion({
    topics: ['basemap'],
    key: ['basemap.current'],
    ask: (client, signal) => client.basemap.current(undefined, { signal }),
  });
}

/** The tiles of the zone's own background map; null where there is none, or where it cannot be read. */
export function useBasemapTiles(): BasemapTiles | null {
  const client = useWorkbench();
  const basemap = useBasemap().data?.basemap ?? null;
  const [tiles, setTiles] = useState<BasemapTiles | null>(null);
  useEffect(() => {
    if (!basemap) return undefined;
    let isCurrent = true;
    // What cannot be drawn leaves the map drawn from the territory.
    const fallBack = (): void => {
      if (isCurrent) setTiles(null);
    };
    // Loaded where it is needed only: most desks have no such file.
    import('../../map/basemap/basemap-tiles.ts').then(({ makeBasemapTiles }) => {
      if (isCurrent) setTiles(makeBasemapTiles(basemap, sourceOf(client, basemap), fallBack));
    }, fallBack);
    return () => {
      isCurrent = false;
      setTiles(null);
    };
  }, [client, basemap]);
  return tiles;
}

/** The file as its reader wants it; every byte comes from the workbench. */
function sourceOf(client: WorkbenchClient, { id, size }: Basemap): Source {
  return {
    getKey: () => id,
    async getBytes(offset, length) {
      const end = Math.min(size, offset + length);
      const data = new Uint8Array(Math.max(0, end - offset));
      for (let at = offset; at < end; at += BASEMAP_READ_BYTES) {
        const part = { id, offset: at, length: Math.min(BASEMAP_READ_BYTES, end - at) };
        const { bytes } = await client.basemap.read(part);
        data.set(fromBase64(bytes), at - offset);
      }
      return { data: data.buffer };
    },
  };
}
