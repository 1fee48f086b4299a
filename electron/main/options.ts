import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface HostOptions {
  /** Holds everything of this desk; absolute. */
  readonly profileDirectory: string;
  /** Holds what Chromium keeps for the windows of this desk: two desks never meet there. */
  readonly windowDirectory: string;
  readonly demo: boolean;
}

/** An argument that cannot be used; the message names it. */
export class InvalidOption extends Error {
  override readonly name = 'InvalidOption';
}

/**
 * The application's own arguments among those of Electron and Chromium, which are left alone.
 * `applicationData` is the system's folder for such things: the demo has a place of its own in it.
 */
export function parseOptions(
  argv: readonly string[],
  places: { readonly applicationData: string; readonly workingDirectory: string },
): HostOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: { profile: { type: 'string' }, demo: { type: 'boolean' } },
    strict: false,
    allowPositionals: true,
  });
  const { profile, demo = false } = values;
  if (typeof demo !== 'boolean') throw new InvalidOption('--demo takes no value');
  if (profile === undefined) {
    const name = demo ? 'Wijkwerk demo' : 'Wijkwerk';
    return optionsAt(resolve(places.applicationData, name, 'desk'), demo);
  }
  if (typeof profile !== 'string' || profile.trim() === '' || profile.includes('\0')) {
    throw new InvalidOption('--profile needs a folder');
  }
  return optionsAt(resolve(places.workingDirectory, profile), demo);
}

function optionsAt(profileDirectory: string, demo: boolean): HostOptions {
  return { profileDirectory, windowDirectory: join(profileDirectory, 'electron'), demo };
}
