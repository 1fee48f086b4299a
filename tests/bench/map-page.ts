/**
 * How smooth the map is in a real browser, with a town of some 22,000 segments (a real one, put five times
 * side by side) and WIJKWERK_BENCH_CONTACTS contacts (100,000 if not said) on a real desk. Prints, for
 * moving and zooming, how long the page was busy at a stretch. Run: `npm run bench:map`
 */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createRouterClient } from '@orpc/server';
import { chromium, type Page } from '@playwright/test';

import type { WorkbenchClient } from '#shared/contract/contract.ts';
import type { Line } from '#shared/domain/territory/geometry.ts';
import { createWorkbench, jsonLinesLog, noKeyStore, systemClock, systemEntropy } from '#workbench';

import { openProfiles } from '../../workbench/features/session/index.ts';
import { unwrapKey } from '../../workbench/store/key-file.ts';
import { openStore } from '../../workbench/store/open.ts';
import { startLoopbackProcess } from '../e2e/support/loopback-process.ts';
import { storeManyPlaces } from '../factories/many-places.ts';
import { collect } from '../factories/test-imports.ts';
import { silentLog } from '../factories/test-store.ts';
import { PASSPHRASE } from '../factories/test-workbench.ts';

const LEUVEN = new URL('../../../shared/data/territory/leuven/', import.meta.url);
const COUNT = Number(process.env['WIJKWERK_BENCH_CONTACTS'] ?? 100_000);
const COPIES = 5;
/** Degrees from one copy of the town to the next. */
const APART = 0.13;

/** The page while somebody moves the map. */
async function main(): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'wijkwerk-bench-'));
  const profileDirectory = process.env['WIJKWERK_BENCH_PROFILE'] ?? join(directory, 'desk');
  if (!existsSync(profileDirectory)) await fillDesk(profileDirectory);
  const host = await startLoopbackProcess(profileDirectory, { demo: false });
  const browser = await chromium.launch({
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    ...(existsSync('/usr/bin/chromium') ? { executablePath: '/usr/bin/chromium' } : {}),
  });
  try {
    const page = await browser.newPage({
      viewport: { width: 1920, height: 1080 },
      locale: 'en-GB',
    });
    await page.addInitScript(watchLongTasks);
    await page.goto(await host.launchAddress());
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    const started = performance.now();
    await page.getByRole('navigation').getByRole('link', { name: 'Map', exact: true }).click();
    await page.getByText(/contacts in view/).waitFor();
    console.log(`first view of the map: ${Math.round(performance.now() - started)} ms`);
    for (const zoom of ['whole', 'town', 'quarter', 'streets']) {
      await measure(page, `move, ${zoom}`, ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp']);
      if (zoom !== 'streets') await measure(page, `enlarge from ${zoom}`, ['+', '+']);
    }
  } finally {
    await browser.close();
    await host.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

/** Prints how long the page was busy at a stretch while these keys were pressed on the map. */
async function measure(page: Page, what: string, keys: readonly string[]): Promise<void> {
  const map = page.getByRole('application');
  await page.evaluate(() => performance.clearMarks());
  const busy: number[] = [];
  const answered: number[] = [];
  for (const key of [...keys, ...keys]) {
    await page.evaluate('window.busyTimes.length = 0');
    const from = performance.now();
    await map.press(key);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    answered.push(performance.now() - from);
    // What a key sets off is drawn within this time, piece by piece; the measure counts all of it.
    await page.waitForTimeout(700);
    busy.push(...(await page.evaluate<number[]>('window.busyTimes')));
  }
  const sorted = busy.toSorted((one, other) => one - other);
  const at = (share: number): number => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);
  console.log(
    `${what.padEnd(24)} answered in ${Math.round(Math.max(...answered))} ms at most; ` +
      `busy over 20 ms: ${sorted.length} times, median ${at(0.5)} ms, longest ${at(0.999)} ms`,
  );
}

/** Runs in the page: every gap between two frames in which nothing could be drawn. */
function watchLongTasks(): void {
  const times: number[] = [];
  Object.assign(window, { busyTimes: times });
  let last = performance.now();
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    const now = performance.now();
    if (now - last > 20) times.push(now - last);
    last = now;
    setTimeout(() => channel.port2.postMessage(null), 0);
  };
  channel.port2.postMessage(null);
}

async function fillDesk(profileDirectory: string): Promise<void> {
  const workbench = await createWorkbench({
    clock: systemClock,
    entropy: systemEntropy,
    keyStore: noKeyStore,
    log: jsonLinesLog({ write: () => {} }, systemClock),
    profileDirectory,
    host: 'loopback',
    appVersion: '0.0.0-bench',
    demo: false,
  });
  const client: WorkbenchClient = createRouterClient(workbench.router);
  const { officer } = await client.desk.createProfile({
    displayName: 'Noor Voorbeeld',
    passphrase: PASSPHRASE,
  });
  const boundary = await readFile(new URL('boundary.geojson', LEUVEN), 'utf8');
  await importFile(client, 'boundary.geojson', boundary, 'municipality');
  const streets = await readFile(new URL('straten_leuven.geojson', LEUVEN), 'utf8');
  await importFile(client, 'straten.geojson', sideBySide(streets), 'segments');
  await workbench.close();

  const profiles = openProfiles(profileDirectory, silentLog);
  const identity = await profiles.read(officer?.profileId ?? '');
  const key = await unwrapKey(identity.key, PASSPHRASE, identity.profileId, noKeyStore);
  if (!key) throw new Error('the passphrase does not fit');
  const { store } = await openStore({
    path: profiles.databasePath(identity.profileId),
    key,
    clock: systemClock,
    entropy: systemEntropy,
    identity,
  });
  const segments = await store.read
    .selectFrom('segment')
    .select(['street_id', 'geometry'])
    .execute();
  const addresses = segments.map(({ street_id, geometry }) => ({
    streetId: street_id,
    houseNumber: '1',
    neighbourhoodId: null,
    position: (JSON.parse(geometry) as Line)[0] ?? [4.7, 50.88],
  }));
  await storeManyPlaces(store, { addresses }, { seed: 5, count: COUNT });
  await store.close();
}

interface Streets {
  readonly features: readonly {
    readonly properties: Readonly<Record<string, unknown>>;
    readonly geometry: { readonly type: string; readonly coordinates: Line };
  }[];
}

/** The same town again and again, each further to the east. */
function sideBySide(text: string): string {
  const { features } = JSON.parse(text) as Streets;
  const copies = Array.from({ length: COPIES }, (_, copy) =>
    features.map(({ properties, geometry }) => ({
      type: 'Feature',
      properties: { naam: properties['name'] },
      geometry: {
        type: geometry.type,
        coordinates: geometry.coordinates.map(([east, north]) => [east + copy * APART, north]),
      },
    })),
  );
  return JSON.stringify({ type: 'FeatureCollection', features: copies.flat() });
}

async function importFile(
  client: WorkbenchClient,
  fileName: string,
  content: string,
  layer: 'municipality' | 'segments',
): Promise<void> {
  const bytes = Buffer.from(content);
  const { uploadId } = await client.transfers.beginUpload({ fileName, size: bytes.length });
  for (let offset = 0; offset < bytes.length; offset += 524_288) {
    const part = bytes.subarray(offset, offset + 524_288).toString('base64');
    await client.transfers.appendUpload({ uploadId, offset, bytes: part });
  }
  const { guess } = await client.territory.inspectUpload({ uploadId });
  const plan = { uploadId, ...guess, layer, validFrom: '2020-01-01', complete: false };
  await collect(await client.territory.runImport(plan));
}

await main();
