import { existsSync } from 'node:fs';

const SHARED = new URL('../../../shared/data/', import.meta.url);

/** A file or folder of the data of others that lies beside the project, by its path there. */
export function sharedData(path: string): URL {
  return new URL(path, SHARED);
}

/**
 * Whether that is not there: then what is tested against it is skipped, and says why. Whoever runs all that must hold before a
 * change lands (`.ci/run`) is stopped before that.
 */
export function isMissing(path: string): boolean {
  if (existsSync(sharedData(path))) return false;
  console.warn(`Not run: ../shared/data/${path} does not lie beside the project.`);
  return true;
}
