import type { WorkbenchClient } from '#shared/contract/contract.ts';
import type { Workbench } from '#workbench';

import { startTestWorkbench, type TestWorkbench } from '../factories/test-workbench.ts';

/** A window: a client over some transport, and how to close it. */
export interface Connected {
  readonly client: WorkbenchClient;
  close(): Promise<void>;
}

/** How a transport makes windows onto one workbench. */
export interface Transport {
  connect(): Promise<Connected>;
  close(): Promise<void>;
}

export type MakeTransport = (workbench: Workbench) => Promise<Transport>;

/** A desk of a suite's own, with its first window open. */
export interface DeskOver {
  readonly desk: TestWorkbench;
  readonly client: WorkbenchClient;
  /** One more window. */
  connect(): Promise<Connected>;
  end(): Promise<void>;
}

/** Starts a workbench and connects to it over this transport. */
export async function startDeskOver(
  open: MakeTransport,
  options: { readonly demo?: boolean; readonly seed?: number } = {},
): Promise<DeskOver> {
  const desk = await startTestWorkbench(options);
  const transport = await open(desk.workbench);
  const window = await transport.connect();
  return {
    desk,
    client: window.client,
    connect: () => transport.connect(),
    async end() {
      await window.close();
      await transport.close();
      await desk.dispose();
    },
  };
}

/** Sends a file in one part. */
export async function upload(
  client: WorkbenchClient,
  fileName: string,
  content: Buffer,
): Promise<string> {
  const { uploadId } = await client.transfers.beginUpload({ fileName, size: content.length });
  const bytes = content.toString('base64');
  await client.transfers.appendUpload({ uploadId, offset: 0, bytes });
  return uploadId;
}

/** Brings streets of a kilometre into the territory, the first one and others north of it. */
export async function importStreet(
  client: WorkbenchClient,
  ...names: readonly string[]
): Promise<void> {
  const features = names.map((naam, index) => ({
    type: 'Feature',
    properties: { id: `s${index + 1}`, naam },
    geometry: {
      type: 'LineString',
      coordinates: [4.402, 4.418].map((longitude) => [longitude, 51.005 + index / 1_000]),
    },
  }));
  const file = JSON.stringify({ type: 'FeatureCollection', features });
  await importFile(client, 'straten.geojson', file);
}

/** Brings a file into the territory as the program guesses it, all of it valid since 2020. */
export async function importFile(
  client: WorkbenchClient,
  name: string,
  file: string,
): Promise<void> {
  const uploadId = await upload(client, name, Buffer.from(file));
  const { guess } = await client.territory.inspectUpload({ uploadId });
  const plan = { ...guess, uploadId, validFrom: '2020-01-01', complete: false };
  for await (const event of await client.territory.runImport(plan)) {
    if (event.type === 'done') return;
  }
  throw new Error(`${name} was not imported`);
}

/** Brings neighbourhoods of a kilometre each into the territory, beside each other. */
export async function importAreas(
  client: WorkbenchClient,
  names: readonly string[],
): Promise<void> {
  const features = names.map((naam, index) => {
    const [west, east] = [4.4 + index / 100, 4.41 + index / 100];
    const ring = [
      [west, 51],
      [east, 51],
      [east, 51.01],
      [west, 51.01],
      [west, 51],
    ];
    return {
      type: 'Feature',
      properties: { code: `W0${index + 1}`, naam },
      geometry: { type: 'Polygon', coordinates: [ring] },
    };
  });
  const file = JSON.stringify({ type: 'FeatureCollection', features });
  await importFile(client, 'wijken.geojson', file);
}
