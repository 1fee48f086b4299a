import { join } from 'node:path';

import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';

/**
 * Fuses that electron-builder's own list does not have yet, set in the packed program. The others stand
 * in electron-builder.yml; `electron/policies/fuses.test.ts` compares both with the known list.
 */
export const LATER_FUSES = {
  // Out-of-bounds access of WebAssembly is caught by the processor, as Chromium ships it.
  wasmTrapHandlers: true,
};

/**
 * Called by electron-builder for each packed program, before it is signed.
 *
 * @param {{ appOutDir: string, electronPlatformName: string,
 *   packager: { executableName?: string, appInfo: { productFilename: string } } }} context
 */
export default async function afterPack({ appOutDir, electronPlatformName, packager }) {
  const name = packager.appInfo.productFilename;
  const program = {
    darwin: `${name}.app`,
    win32: `${name}.exe`,
  }[electronPlatformName];
  await setLaterFuses(join(appOutDir, program ?? packager.executableName ?? name));
}

/** @param {string} program */
export async function setLaterFuses(program) {
  await flipFuses(program, {
    version: FuseVersion.V1,
    [FuseV1Options.WasmTrapHandlers]: LATER_FUSES.wasmTrapHandlers,
  });
}
